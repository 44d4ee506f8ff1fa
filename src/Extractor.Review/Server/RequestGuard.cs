using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Server;

/// <summary>
/// Stands before every page: sets the security headers, turns away requests for another host (DNS rebinding) and
/// changes asked for by another site or without this process's token (cross-site posts).
/// </summary>
internal sealed class RequestGuard(LocalAddress address, PageToken token)
{
    /// <summary>Everything from this server alone; no inline script or style, no frames, no forms elsewhere.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        var refusal = await RefusalAsync(context.Request);
        if (refusal is null)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(refusal + "\n", context.RequestAborted);
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";

        // Not no-referrer: under it browsers send "Origin: null" with our own forms.
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private async Task<string?> RefusalAsync(HttpRequest request)
    {
        if (!address.IsHost(request.Headers.Host.ToString()))
            return $"Refused: this server answers only as 127.0.0.1:{address.Port} or localhost:{address.Port}.";
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return null;
        if (!HttpMethods.IsPost(request.Method)) return "Refused: only GET, HEAD and POST are served.";
        if (!address.IsOrigin(request.Headers.Origin.ToString()))
            return "Refused: a change has to come from a page of this server.";
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin")
            return "Refused: a change has to come from a page of this server.";
        if (!request.HasFormContentType) return "Refused: a change is sent as a form.";
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return token.Matches(form[PageToken.Field])
            ? null
            : "Refused: the page is from an earlier start of this server. Load it again.";
    }
}
