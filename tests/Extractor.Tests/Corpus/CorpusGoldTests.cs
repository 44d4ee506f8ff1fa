using System.Net;
using System.Text;
using System.Text.Json;
using Extractor.Facts;

namespace Extractor.Tests.Corpus;

/// <summary>The gold of our own articles is well formed: fields as ANNOTATION.md has them, quotes that stand in the text.</summary>
public sealed class CorpusGoldTests
{
    private static readonly string[] Measures =
        ["value", "growth", "multiple", "change", "share", "contribution", "contributionRate", "growthChange", "growthGap", "shareChange"];

    private static readonly string[] Fields =
    [
        "doc", "quote", "region", "period", "flow", "partner", "category", "unit", "basis", "terms", "shareOf", "rank", "approx", "modality", .. Measures,
    ];

    public static TheoryData<string> Articles => [.. CorpusArticles.Names];

    [Fact]
    public void Every_gold_file_has_its_article_and_the_other_way_round()
    {
        var golds = Directory.EnumerateFiles(CorpusArticles.Folder, "*.gold.jsonl").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(golds, CorpusArticles.Names.Select(name => Path.GetFileName(CorpusArticles.GoldOf(name))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void Gold_is_well_formed_and_quotes_its_article(string name)
    {
        var text = Normalize(ReadText(name));
        var number = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var json in File.ReadLines(CorpusArticles.GoldOf(name)))
        {
            number++;
            var place = $"{name}, gold line {number}: {json}";
            Assert.True(FactLine.TryParse(json, out var line, out var error), $"{place}: {error}");
            Assert.True(line.Fact.Doc == name, place);
            Assert.True(text.Contains(Normalize(line.Fact.Quote), StringComparison.Ordinal), $"{place}: the quote is not in the text");
            using var parsed = JsonDocument.Parse(json);
            var fields = parsed.RootElement.EnumerateObject().Select(property => property.Name).ToList();
            Assert.Empty(fields.Except(Fields));
            Assert.True(fields.Intersect(Measures).Any(), $"{place}: no measure");
            Assert.True(line.Fact.Value is null || line.Fact.Unit is not null, $"{place}: a value without unit");
            Assert.True(line.Fact.Growth is null || line.Fact.Multiple is null, $"{place}: growth and multiple");
            Assert.True(line.Fact.Period.ToString().Length > 0, place);
            Assert.True(seen.Add(json), $"{place}: twice");
        }
    }

    private static string ReadText(string name)
    {
        var content = File.ReadAllText(Path.Combine(CorpusArticles.Folder, name));
        return name.EndsWith(".html", StringComparison.Ordinal) ? WebUtility.HtmlDecode(WithoutTags(content)) : content;
    }

    // Enough for pages of our own making; the reader of real ones is Extractor.Ingest.
    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] != '<') text.Append(html[at]);
            else at = html.IndexOf('>', at);
        }

        return text.ToString();
    }

    private static string Normalize(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
