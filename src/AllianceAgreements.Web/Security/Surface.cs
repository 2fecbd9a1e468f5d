using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Security;

/// <summary>What kind of route it is: decides headers, rate limits and the shape of errors.</summary>
internal enum Surface
{
    /// <summary>A page for staff, and whatever matches no route.</summary>
    Page,

    /// <summary>A page or file behind a partner's link.</summary>
    Partner,

    /// <summary>The API and its description.</summary>
    Api,

    /// <summary>Styles, scripts and pictures.</summary>
    Asset,

    /// <summary>Health checks.</summary>
    Health,

    /// <summary>Where other services post what happened there.</summary>
    Hook,

    /// <summary>The HTML part of a mail, shown in a sandboxed frame.</summary>
    MailBody,
}

internal static class Surfaces
{
    public static TBuilder WithSurface<TBuilder>(this TBuilder endpoints, Surface surface)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new SurfaceMetadata(surface));

    /// <summary>The surface of the matched route; of the path when none matched.</summary>
    public static Surface Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<SurfaceMetadata>()?.Surface
        ?? (IsUnder(context, Routes.ApiPrefix) ? Surface.Api : IsUnder(context, Routes.HooksPrefix) ? Surface.Hook : Surface.Page);

    private static bool IsUnder(HttpContext context, string prefix) => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase);

    private sealed record SurfaceMetadata(Surface Surface);
}
