using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AllianceAgreements.Web.Assets;

internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(Routes.Asset, [HttpMethods.Get, HttpMethods.Head], Serve).WithSurface(Surface.Asset).ExcludeFromDescription();

    private static Results<FileContentHttpResult, NotFound> Serve(string name, AssetCatalog assets, HttpResponse response)
    {
        if (assets.Find(name) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.File(asset.Content, asset.MediaType);
    }
}
