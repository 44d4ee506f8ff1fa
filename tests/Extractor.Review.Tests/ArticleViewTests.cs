using System.Net;
using System.Text;
using Extractor.Review.Html;
using Extractor.Review.Pages;
using Extractor.Text;

namespace Extractor.Review.Tests;

public sealed class ArticleViewTests
{
    [Fact]
    public void Marks_nest_and_overlap()
    {
        var html = Render("Exports rose 5.2% to 4 billion yuan.", new TextSpan(0, 36), [new(new TextSpan(21, 35), "s-value", "value"), new(new TextSpan(31, 35), "s-value", "unit"), new(new TextSpan(13, 17), "s-growth", "growth")]);
        Assert.Equal(
            "<span class=\"sentence\" id=\"sentence\" tabindex=\"-1\">Exports rose </span><mark class=\"sentence s-growth\" title=\"growth\">5.2%</mark><span class=\"sentence\"> to </span>"
            + "<mark class=\"sentence s-value\" title=\"value\">4 billion </mark><mark class=\"sentence s-value\" title=\"value; unit\">yuan</mark><span class=\"sentence\">.</span>",
            html);
    }

    [Fact]
    public void A_mark_at_the_start_of_the_sentence_keeps_the_sentences_anchor()
    {
        var html = Render("Exports rose.", new TextSpan(0, 13), [new(new TextSpan(0, 7), "s-flow", "flow")]);
        Assert.StartsWith("<mark class=\"sentence s-flow\" title=\"flow\"><span id=\"sentence\" tabindex=\"-1\"></span>Exports</mark>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_marked_the_text_content_is_the_text()
    {
        var random = new Random(11);
        const string alphabet = "ab <>&\"'\r\n\u00a0é贸😀";
        for (var round = 0; round < 500; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 60); i > 0; i--) text.Append(alphabet.EnumerateRunes().ElementAt(random.Next(alphabet.EnumerateRunes().Count())));
            var canonical = text.ToString();
            var marks = Enumerable.Range(0, random.Next(6)).Select(i => new ArticleMark(Any(), "s-" + i, "<t>") { Id = "id" + random.Next(3), Link = random.Next(3) == 0 ? Link.Local("/x") : null }).ToList();
            var window = Any();
            TextSpan? sentence = random.Next(3) == 0 ? null : Any();
            var writer = new HtmlWriter();
            ArticleView.Write(writer, canonical, window, sentence, marks);
            Assert.Equal(window.Of(canonical), TextContent(writer.ToString()));

            TextSpan Any()
            {
                var start = random.Next(canonical.Length);
                return new TextSpan(start, random.Next(start, canonical.Length + 1));
            }
        }
    }

    [Fact]
    public void A_huge_text_is_shown_around_the_sentence()
    {
        var text = new string('x', 5_000_000);
        var window = ArticleView.Window(text, new TextSpan(3_000_000, 3_000_100));
        Assert.Equal(ArticleView.WindowLength, window.Length);
        Assert.True(window.Contains(new TextSpan(3_000_000, 3_000_100)));
        Assert.Equal(new TextSpan(0, 10), ArticleView.Window("0123456789", new TextSpan(4, 5)));
    }

    [Fact]
    public void A_window_does_not_cut_a_character_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 150_000));
        for (var at = 120_001; at < 120_005; at++)
        {
            var window = ArticleView.Window(text, new TextSpan(at, at));
            Assert.False(char.IsLowSurrogate(text[window.Start]));
            Assert.False(char.IsLowSurrogate(text[window.End]));
        }
    }

    [Fact]
    public void Eight_times_the_marks_take_nowhere_near_sixty_four_times_as_long()
    {
        // The best of several, since other tests share the machine.
        var few = Enumerable.Range(0, 5).Min(_ => Time(8_000));
        var many = Enumerable.Range(0, 3).Min(_ => Time(64_000));
        Assert.True(many < 30 * few, $"{few} for 8,000 marks, {many} for 64,000");

        static TimeSpan Time(int count)
        {
            var text = string.Concat(Enumerable.Repeat("1 ", count));
            var marks = Enumerable.Range(0, count).Select(i => new ArticleMark(new TextSpan(i * 2, (i * 2) + 1), "n", "n")).ToList();
            var watch = System.Diagnostics.Stopwatch.StartNew();
            ArticleView.Write(new HtmlWriter(), text, new TextSpan(0, text.Length), null, marks);
            return watch.Elapsed;
        }
    }

    private static string Render(string text, TextSpan? sentence, IReadOnlyList<ArticleMark> marks)
    {
        var html = new HtmlWriter();
        ArticleView.Write(html, text, new TextSpan(0, text.Length), sentence, marks);
        return html.ToString();
    }

    private static string TextContent(string html)
    {
        var text = new StringBuilder();
        var inTag = false;
        foreach (var c in html)
        {
            if (c == '<') inTag = true;
            else if (c == '>' && inTag) inTag = false;
            else if (!inTag) text.Append(c);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }
}
