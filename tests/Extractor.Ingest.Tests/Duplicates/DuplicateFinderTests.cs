using Extractor.Ingest.Duplicates;

namespace Extractor.Ingest.Tests.Duplicates;

public sealed class DuplicateFinderTests
{
    private const string Release =
        "The port authority of Grandhaven said on Monday that its terminals handled 48.7 million tonnes of cargo in the first nine months, up 6.4 percent from a year earlier. "
        + "Container traffic grew fastest, by 11.2 percent to 2.31 million boxes, as shipping lines added calls on their way to the north. "
        + "Exports of grain came to 7.9 million tonnes, 3.5 percent less than in the same period of the year before, because the harvest was late. "
        + "Imports of machinery were worth 812.6 million dollars, the most on record. "
        + "The authority's chairman told reporters that he expected the fourth quarter to be calm, and that the new quay would open in spring. "
        + "Trade with neighbouring countries made up 41.8 percent of the total, trade with the rest of the continent 22.3 percent.";

    private const string OtherMonth =
        "The port authority of Grandhaven said on Monday that its terminals handled 54.1 million tonnes of cargo in the first ten months, up 5.9 percent from a year earlier. "
        + "Container traffic grew fastest, by 10.6 percent to 2.58 million boxes, as shipping lines added calls on their way to the north. "
        + "Exports of grain came to 8.8 million tonnes, 2.1 percent less than in the same period of the year before, because the harvest was late. "
        + "Imports of machinery were worth 903.4 million dollars, the most on record. "
        + "The authority's chairman told reporters that he expected the fourth quarter to be calm, and that the new quay would open in spring. "
        + "Trade with neighbouring countries made up 40.2 percent of the total, trade with the rest of the continent 23.7 percent.";

    private const string German =
        "Die Hafenbehörde von Grandhaven teilte am Montag mit, dass ihre Anlagen in den ersten neun Monaten 48,7 Millionen Tonnen umschlugen, 6,4 Prozent mehr als ein Jahr zuvor. "
        + "Am schnellsten wuchs der Verkehr mit Behältern, um 11,2 Prozent auf 2,31 Millionen. Die Ausfuhr von Getreide betrug 7,9 Millionen Tonnen.";

    private static readonly DateOnly Monday = new(2023, 10, 16);

    [Fact]
    public void The_same_text_is_an_exact_copy_of_the_one_published_first()
    {
        var found = Find(("b.txt", Monday, Release), ("a.txt", Monday.AddDays(1), Release.Replace(" ", "\n", StringComparison.Ordinal)), ("c.txt", null, Release));

        Assert.Equal([new Duplicate("a.txt", "b.txt", DuplicateKind.Exact), new Duplicate("c.txt", "b.txt", DuplicateKind.Exact)], found);
    }

    public static TheoryData<string, string> Copies() => new()
    {
        { "another headline", "Grandhaven's port has its best nine months in a decade\n\n" + Release },
        { "another footer", Release + "\n\nThis article was supplied by the Coastal News Agency. Read more in our shipping section. All rights reserved, copying only with leave of the publisher." },
        { "a correction", Release.Replace("on Monday", "on Tuesday", StringComparison.Ordinal).Replace("the most on record", "a record", StringComparison.Ordinal) },
        { "its end cut", Release[..Release.IndexOf("The authority's chairman", StringComparison.Ordinal)] },
        { "other case and marks", Release.ToUpperInvariant().Replace(",", " -", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void A_copy_with_some_change_is_near(string change, string copy)
    {
        _ = change;
        Assert.Equal([new Duplicate("copy.txt", "first.txt", DuplicateKind.Near)], Find(("first.txt", Monday, Release), ("copy.txt", Monday.AddDays(2), copy)));
    }

    [Fact]
    public void Two_releases_of_one_template_with_other_figures_are_two_articles() =>
        Assert.Empty(Find(("september.txt", Monday, Release), ("october.txt", Monday.AddMonths(1), OtherMonth)));

    [Fact]
    public void One_changed_figure_leaves_a_copy_near() =>
        Assert.Single(Find(("a.txt", Monday, Release), ("b.txt", null, Release.Replace("48.7", "48.6", StringComparison.Ordinal))));

    [Fact]
    public void A_translation_is_no_copy() => Assert.Empty(Find(("en.txt", Monday, Release), ("de.txt", Monday, German)));

    [Fact]
    public void Short_texts_are_copies_only_when_the_same()
    {
        Assert.Empty(Find(("a", null, "Exports rose by 5 percent in May."), ("b", null, "Exports rose by 5 percent in June.")));
        Assert.Single(Find(("a", null, "Exports rose by 5 percent in May."), ("b", null, "Exports rose by 5 percent  in May.\n")));
    }

    [Fact]
    public void A_copy_of_a_near_copy_leads_to_the_first_of_all()
    {
        var near = Release + " More on our site, every day of the week.";
        var found = Find(("a", Monday, Release), ("b", Monday.AddDays(1), near), ("c", Monday.AddDays(2), near));

        Assert.Equal([new Duplicate("b", "a", DuplicateKind.Near), new Duplicate("c", "a", DuplicateKind.Exact)], found);
    }

    [Fact]
    public void The_order_of_the_documents_does_not_matter()
    {
        (string, DateOnly?, string)[] documents =
        [
            ("a", Monday, Release), ("b", null, Release), ("c", Monday.AddDays(-1), Release + " A footer of another site."), ("d", null, OtherMonth),
            ("e", Monday, German), ("f", null, OtherMonth + " And its own footer."), ("g", Monday, "Short."), ("h", Monday, "Short."),
        ];
        var expected = Find(documents);

        var random = new Random(5);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(documents);
            Assert.Equal(expected, Find(documents));
        }

        Assert.Equal(["a", "b", "f", "h"], expected.Select(d => d.Doc));
    }

    [Fact]
    public void Chinese_text_is_compared_too()
    {
        var first = Charsets.Prose.Chinese;
        Assert.Single(Find(("a", null, first), ("b", null, "本报讯 " + first + " 更多新闻请看本网。")));
        Assert.Empty(Find(("a", null, first), ("b", null, Charsets.Prose.Traditional)));
    }

    [Fact]
    public void A_fingerprint_survives_being_stored()
    {
        var stored = Fingerprint.FromArray(Fingerprint.Of(Release).ToArray());

        Assert.True(Fingerprint.Size <= 128);
        Assert.Single(DuplicateFinder.Find([("a", null, stored), ("b", null, Fingerprint.Of(Release + " One more word."))]));
    }

    [Fact]
    public void Hundreds_of_articles_of_one_template_stay_apart_and_quick()
    {
        var random = new Random(3);
        var documents = Enumerable.Range(0, 800).Select(i => ($"{i:000}", (DateOnly?)null, Fingerprint.Of(Fill(random)))).ToList();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Empty(DuplicateFinder.Find(documents));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);

        static string Fill(Random random) =>
            string.Concat(Release.Select(c => char.IsAsciiDigit(c) ? (char)('0' + random.Next(10)) : c));
    }

    private static IEnumerable<Duplicate> Find(params (string Doc, DateOnly? Published, string Text)[] documents) =>
        DuplicateFinder.Find(documents.Select(d => (d.Doc, d.Published, Fingerprint.Of(d.Text))));
}
