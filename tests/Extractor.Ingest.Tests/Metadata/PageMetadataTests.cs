using System.Globalization;
using Extractor.Ingest.Html;
using Extractor.Text;

namespace Extractor.Ingest.Tests.Metadata;

public sealed class PageMetadataTests
{
    private const string Prose = "<p>Exports of the valley rose by 12.5 percent in May, the office said, and imports fell by 3 percent, for the first time since 2019.</p><p>The ports of the coast were busy, and wages rose.</p>";
    private const string Heading = "<body><h1>Walnuts lift exports</h1>";

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Walnuts\",\"datePublished\":\"2025-06-12T23:30:00-05:00\",\"dateModified\":\"2025-06-14\"}</script>", "json-ld")]
    [InlineData("<script type='application/ld+json'>[{\"@type\":\"WebSite\"},{\"@graph\":[{\"@type\":[\"Article\",\"NewsArticle\"],\"datePublished\":\"2025-06-12\"}]}]</script>", "json-ld")]
    [InlineData("<script type='application/ld+json'>//<![CDATA[\n{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\",\"datePublished\":\"2025-06-12\",}\n//]]></script>", "json-ld")]
    [InlineData("<meta property='article:published_time' content='2025-06-12T08:00:00Z'><meta property='article:modified_time' content='2025-06-14'>", "meta:article:published_time")]
    [InlineData("<meta name='pubdate' content='20250612'>", "meta:pubdate")]
    [InlineData("<meta name='parsely-pub-date' content='2025-06-12T08:00:00Z'>", "meta:parsely-pub-date")]
    [InlineData("<meta itemprop='datePublished' content='June 12, 2025'>", "meta:datePublished")]
    [InlineData("<meta name='DC.date.issued' content='12.06.2025'>", "meta:DC.date.issued")]
    [InlineData(Heading + "<time datetime='2025-06-12T08:00'>yesterday</time>", "time")]
    [InlineData(Heading + "<time datetime='2025-06-14' itemprop='dateModified'>x</time><time itemprop='datePublished' datetime='2025-06-12'>y</time>", "time")]
    [InlineData(Heading + "<span itemprop=datePublished content='2025-06-12'>12 June</span>", "time")]
    [InlineData(Heading + "<div>Published: 12 June 2025 | Updated: 14 June 2025</div>", "text")]
    [InlineData(Heading + "<div>Updated: 14 June 2025. Published: 12 June 2025</div>", "text")]
    [InlineData(Heading + "<div>By Ann Hill, 12 June 2025, 9:15</div>", "text")]
    [InlineData("<link rel=canonical href='https://example.org/2025/06/12/walnuts'>" + Heading, "url")]
    [InlineData("<link rel=canonical href='https://example.org/news/20250612-walnuts.html'>" + Heading, "url")]
    [InlineData("<link rel=canonical href='https://example.org/world/2025/jun/12/walnuts'>" + Heading, "url")]
    [InlineData(Heading + "<div>Last updated: June 12, 2025</div>", "text:updated")]
    public void The_day_of_publication_is_found_and_its_source_named(string start, string from)
    {
        var metadata = Read(start + Prose);
        Assert.Equal(("2025-06-12", from), (metadata.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), metadata.PublishedFrom));
    }

    [Theory]
    [InlineData(Heading + "<p>On 3 May 2024 the valley's parliament voted, by a wide margin, for lower tolls on walnuts and on plums of the valley.</p>")]
    [InlineData(Heading + "<div>June 12</div>")]
    [InlineData("<link rel=canonical href='https://example.org/2025/06/walnuts-20251'>" + Heading)]
    [InlineData("<meta property='article:modified_time' content='2025-06-14'>" + Heading)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Organization\",\"foundingDate\":\"1911-01-01\"}</script>" + Heading)]
    public void Other_days_are_not_taken_for_it(string start) => Assert.Null(Read(start + Prose).Published);

    [Fact]
    public void Where_sources_disagree_what_is_written_for_machines_wins()
        => Assert.Equal(
            new DateOnly(2025, 6, 12),
            Read("<meta property='article:published_time' content='2025-06-12'><link rel=canonical href='https://example.org/2025/06/14/x'>" + Heading + "<div>Published: 13 June 2025</div>" + Prose).Published);

    [Fact]
    public void Author_publisher_address_and_language_are_read()
    {
        var metadata = Read(
            "<html lang=en-GB><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann Hill\"},{\"name\":\"Bo Lund\"}],\"publisher\":{\"name\":\"The Valley Paper\"}}</script>"
            + "<link rel=canonical href='https://example.org/walnuts'>" + Heading + Prose);
        Assert.Equal(("Ann Hill, Bo Lund", "The Valley Paper", "https://example.org/walnuts", "en"), (metadata.Author, metadata.Publisher, metadata.Url, metadata.Language));
    }

    [Fact]
    public void A_relative_address_is_resolved_against_where_the_page_was_fetched()
        => Assert.Equal("https://example.org/walnuts", HtmlArticleReader.Read("<link rel=canonical href='/walnuts'>" + Heading + Prose, "https://example.org/x?y=z").Metadata.Url);

    [Theory]
    [InlineData("The exports of the valley rose and the imports fell, as the office said on Monday.", null, "en")]
    [InlineData("Die Ausfuhren des Tals sind im Mai gestiegen, und die Einfuhren wurden nicht mehr.", null, "de")]
    [InlineData("Las exportaciones del valle subieron en mayo y las importaciones bajaron por la falta de demanda.", null, "es")]
    [InlineData("谷地五月出口增长", null, "zh")]
    [InlineData("谷の輸出は五月に増えました", null, "ja")]
    [InlineData("계곡의 수출이 늘었다", null, "ko")]
    [InlineData("Экспорт долины вырос в мае, и это было не так, как для него", null, "ru")]
    [InlineData("谷地五月出口增长", "en", "zh")]
    [InlineData("Eksport dalen vokste i mai", "nb-NO", "no")]
    [InlineData("x", null, null)]
    public void The_language_is_the_declared_one_unless_the_script_belies_it(string text, string? declared, string? language)
        => Assert.Equal(language, Extractor.Ingest.Metadata.LanguageGuess.Of(text, declared));

    private static DocumentMetadata Read(string html) => HtmlArticleReader.Read(html).Metadata;
}
