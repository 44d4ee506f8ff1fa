using System.Text.Json;
using Extractor.Ingest.Html;

namespace Extractor.Ingest.Tests.Html;

/// <summary>The articles that came as pages read like clean text: each sentence that states a fact is whole in it.</summary>
public sealed class GoldQuoteTests
{
    [SharedPagesFact]
    public void Every_quoted_sentence_of_the_pages_is_in_their_text()
    {
        var articles = Path.Combine(SharedPages.Folder!, "..", "articles");
        var texts = Directory.EnumerateFiles(Path.Combine(articles, "dev"), "*.html").ToDictionary(
            file => Path.GetFileName(file),
            file => Collapse(HtmlArticleReader.Read(SharedPages.ReadFile(file)).Text),
            StringComparer.Ordinal);
        var checkedQuotes = 0;
        foreach (var line in File.ReadLines(Path.Combine(articles, "dev.gold.jsonl")))
        {
            using var fact = JsonDocument.Parse(line);
            if (!texts.TryGetValue(fact.RootElement.GetProperty("doc").GetString()!, out var text)) continue;
            Assert.Contains(Collapse(fact.RootElement.GetProperty("quote").GetString()!), text, StringComparison.Ordinal);
            checkedQuotes++;
        }

        Assert.Equal(4, texts.Count);
        Assert.True(checkedQuotes > 40, $"only {checkedQuotes} quotes were looked for");
    }

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
