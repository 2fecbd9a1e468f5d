using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace AllianceAgreements.Web.Security;

/// <summary>Turns <see cref="RateLimits"/> into limiters: one by address, and one by link for what partners send.</summary>
internal static class RateLimiting
{
    private const int Segments = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Configure(RateLimiterOptions limiter, RateLimits limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window / Segments;
            rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] = ((int)Math.Ceiling(wait.TotalSeconds)).ToString();
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => ByAddress(context, limits)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => ByLink(context, limits)));
    }

    private static RateLimitPartition<string> ByAddress(HttpContext context, RateLimits limits) => Surfaces.Of(context) switch
    {
        Surface.Api => Sliding("api", RemoteAddress.KeyOf(context), limits.Api),
        Surface.Partner => Sliding("partner", RemoteAddress.KeyOf(context), limits.PartnersByAddress),
        Surface.Hook => Sliding("hook", RemoteAddress.KeyOf(context), limits.Hooks),
        Surface.Page or Surface.MailBody => Sliding("page", RemoteAddress.KeyOf(context), limits.Pages),
        _ => RateLimitPartition.GetNoLimiter("free"),
    };

    private static RateLimitPartition<string> ByLink(HttpContext context, RateLimits limits)
    {
        if (Surfaces.Of(context) != Surface.Partner || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return RateLimitPartition.GetNoLimiter("free");
        }

        // Only a digest of the link is held.
        var link = $"{context.GetRouteValue("id")}\n{context.GetRouteValue("token")}";
        return Sliding("link", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link))), limits.FormsByLink);
    }

    private static RateLimitPartition<string> Sliding(string kind, string key, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter($"{kind} {key}", _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = Window,
            SegmentsPerWindow = Segments,
            QueueLimit = 0,
        });
}
