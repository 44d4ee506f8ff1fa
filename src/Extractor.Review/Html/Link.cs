using System.Text;

namespace Extractor.Review.Html;

/// <summary>An address that is harmless to follow: a path of this server, or an <c>http</c> or <c>https</c> URL.</summary>
public readonly record struct Link
{
    private readonly string? target;

    private Link(string target) => this.target = target;

    /// <summary>The address.</summary>
    public string Target => target ?? "/";

    /// <summary>A path of this server with its query; names and values are percent-encoded, absent values left out.</summary>
    public static Link Local(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        if (path.Length == 0 || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal))
            throw new ArgumentException("A path of this server starts with one slash.", nameof(path));
        var text = new StringBuilder(path);
        var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            text.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        return new Link(text.ToString());
    }

    /// <summary>A place on the same page.</summary>
    public static Link Anchor(string id) => new("#" + Uri.EscapeDataString(id));

    /// <summary>An address from a document: a link only if it is <c>http</c> or <c>https</c>, so that <c>javascript:</c> and the like stay text.</summary>
    public static bool TryExternal(string? url, out Link link)
    {
        link = default;
        if (url is null || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)) return false;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) return false;
        link = new Link(uri.AbsoluteUri);
        return true;
    }

    /// <summary>The document's web address with a text fragment, at which browsers scroll to the sentence and mark it.</summary>
    public static bool TrySentence(string? url, string quote, out Link link)
    {
        if (!TryExternal(url, out link)) return false;
        if (link.Target.Contains('#', StringComparison.Ordinal)) return true;
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        // Long sentences are named by their first and last words, as the specification advises.
        var text = words.Length <= 16 ? Encode(words) : $"{Encode(words[..6])},{Encode(words[^6..])}";
        link = new Link($"{link.Target}#:~:text={text}");
        return true;

        static string Encode(string[] words) => Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);
    }

    /// <summary>The same with a part of the page named.</summary>
    public Link At(string id) => new(Target + "#" + Uri.EscapeDataString(id));

    /// <inheritdoc/>
    public override string ToString() => Target;
}
