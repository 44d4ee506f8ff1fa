using Extractor.Ingest.Html;
using Extractor.Text;

namespace Extractor.Ingest.Metadata;

/// <summary>Decides what a page's metadata are, where its markup says one thing here and another there.</summary>
internal static class PageMetadata
{
    internal static DocumentMetadata Of(PageFacts facts, PageOutline outline, string? title, int headline, int articleRow, string text, string? url)
    {
        var address = Address(facts, url);
        var language = LanguageGuess.Of(text, facts.HtmlLanguage ?? facts.Article?.Language ?? facts.Meta("og:locale") ?? facts.Meta("content-language") ?? facts.Meta("language"));
        var published = PublicationDate.Of(facts, outline, headline, articleRow, language, address ?? url);
        return new DocumentMetadata
        {
            Title = title,
            Url = address,
            Published = published?.Date,
            PublishedFrom = published?.From,
            Publisher = facts.Article?.Publisher ?? facts.Meta("og:site_name") ?? facts.Meta("publisher") ?? facts.Meta("application-name"),
            Author = facts.Article?.Author ?? Author(facts),
            Language = language,
        };
    }

    private static string? Author(PageFacts facts)
    {
        foreach (var name in (ReadOnlySpan<string>)["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "cXenseParse:author", "byl"])
        {
            if (facts.Meta(name) is { } author && !author.Contains("://", StringComparison.Ordinal)) return author;
        }

        return null;
    }

    private static string? Address(PageFacts facts, string? url)
    {
        foreach (var candidate in (ReadOnlySpan<string?>)[facts.Canonical, facts.Meta("og:url"), facts.Article?.Url])
        {
            if (candidate is null) continue;
            if (Uri.TryCreate(candidate, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https") return candidate;
            var origin = url ?? facts.Base;
            if (origin is not null && Uri.TryCreate(origin, UriKind.Absolute, out var from) && Uri.TryCreate(from, candidate, out var resolved) && resolved.Scheme is "http" or "https") return resolved.ToString();
        }

        return url;
    }
}
