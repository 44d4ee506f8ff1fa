using System.Text;
using Extractor.Ingest.Html;

namespace Extractor.Ingest.Tests.Html;

/// <summary>What the reader reaches on public benchmarks. The floors only go up.</summary>
public sealed class FloorTests
{
    [SharedPagesFact]
    public void Article_text_of_the_public_benchmark() => AssertFloors("pages", "truth.json", precision: 0.958, recall: 0.982);

    [SharedPagesFact]
    public void Article_text_title_and_date_of_news_sites_in_many_languages()
        => AssertFloors(Path.Combine("news", "pages"), Path.Combine("news", "truth.json"), precision: 0.957, recall: 0.981, title: 0.90, published: 0.98, publishedWrong: 0.01);

    private static void AssertFloors(string pages, string truthFile, double precision, double recall, double title = 0, double published = 0, double publishedWrong = 1)
    {
        var truth = SharedPages.Truth(truthFile);
        double precisions = 0, recalls = 0;
        int precise = 0, recalled = 0, titles = 0, dates = 0, wrongDates = 0;
        foreach (var (name, html) in SharedPages.Read(pages))
        {
            var article = HtmlArticleReader.Read(html);
            var expected = truth[name];
            var (both, added, lost) = Compare(Runs(expected.Body), Runs(article.Body.Of(article.Text)));
            if (both + added > 0)
            {
                precisions += both / (double)(both + added);
                precise++;
            }

            if (both + lost > 0)
            {
                recalls += both / (double)(both + lost);
                recalled++;
            }

            if (Plain(expected.Title) == Plain(article.Title)) titles++;
            if (article.Metadata.Published is not { } day) continue;
            if (day.ToString("yyyy-MM-dd") == expected.Published) dates++;
            else wrongDates++;
        }

        Assert.Equal(truth.Count, SharedPages.Read(pages).Count());
        Assert.True(precisions / precise >= precision, $"precision {precisions / precise:F4} is below {precision}");
        Assert.True(recalls / recalled >= recall, $"recall {recalls / recalled:F4} is below {recall}");
        Assert.True(titles >= title * truth.Count, $"{titles} titles of {truth.Count} are right");
        Assert.True(dates >= published * truth.Count, $"{dates} dates of {truth.Count} are right");
        Assert.True(wrongDates <= publishedWrong * truth.Count, $"{wrongDates} dates of {truth.Count} are wrong");
    }

    // As the benchmark counts: overlaps of runs of four words.
    private static Dictionary<string, int> Runs(string text)
    {
        const int Length = 4;
        var words = Words(text);
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        if (words.Count == 0) return runs;
        for (var i = 0; i < Math.Max(1, words.Count - Length + 1); i++)
        {
            var run = string.Join(' ', words.Skip(i).Take(Length));
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.IsNumber(rune)) word.Append(rune);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    private static (int Both, int Added, int Lost) Compare(Dictionary<string, int> truth, Dictionary<string, int> found)
    {
        var both = truth.Sum(run => Math.Min(run.Value, found.GetValueOrDefault(run.Key)));
        return (both, found.Values.Sum() - both, truth.Values.Sum() - both);
    }

    private static string Plain(string? title)
        => string.Join(' ', Words(System.Net.WebUtility.HtmlDecode(title ?? ""))).ToLowerInvariant();
}
