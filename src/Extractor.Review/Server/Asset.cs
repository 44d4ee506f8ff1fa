using System.Security.Cryptography;
using Extractor.Review.Html;
using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Server;

/// <summary>A style sheet or script that is part of this assembly. Its address holds a hash of it, so a browser may keep it for ever.</summary>
internal sealed class Asset
{
    private readonly byte[] content;
    private readonly string contentType;

    private Asset(string name, string contentType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream("Extractor.Review.Assets." + name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        this.contentType = contentType;
        Path = "/assets/" + Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6)) + "/" + name;
    }

    /// <summary>The style sheet of all pages.</summary>
    public static Asset Styles { get; } = new("review.css", "text/css; charset=utf-8");

    /// <summary>The script of all pages.</summary>
    public static Asset Script { get; } = new("review.js", "text/javascript; charset=utf-8");

    /// <summary>The icon.</summary>
    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    /// <summary>Where it is served.</summary>
    public string Path { get; }

    /// <summary>Where it is served.</summary>
    public Link Link => Link.Local(Path);

    /// <summary>Its text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(content);

    public Task ServeAsync(HttpContext context)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}
