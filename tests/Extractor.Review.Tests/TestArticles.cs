using System.Globalization;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Review.Tests;

/// <summary>Prose of our own with facts set by hand.</summary>
internal static class TestArticles
{
    public const string HarbourName = "harbour.txt";

    public const string HarbourSentence = "Exports rose 5.2% to 41.3 billion yuan, of which shipments to the United States made up 18.4%.";

    public const string HarbourText =
        "Norhaven trade grows again in May\r\n\r\n"
        + "NORHAVEN, June 9 – Customs said on Thursday that foreign trade of Norhaven reached 73.8 billion yuan in the first five months of 2022. "
        + HarbourSentence + " Imports fell 1.9% to 32.5 billion yuan.\r\n\r\n"
        + "Of the total, machinery exports came to 12.7 billion yuan, up 9.4%. The port handled 1,204 ships, and a further 6.6 billion yuan went through its bonded zone. "
        + "Officials expect growth of about 4% for the year.";

    /// <summary>An article with five facts, carried slots, a date, a number set aside and one unresolved.</summary>
    public static ArticleBuilder Harbour(string rule = "level", bool changed = false, bool withoutImports = false)
    {
        var article = new ArticleBuilder(HarbourName, HarbourText, new DocumentMetadata
        {
            Title = "Norhaven trade grows again in May",
            Url = "https://news.example/norhaven-may",
            Published = new DateOnly(2022, 6, 9),
            Publisher = "Harbour Courier",
            Language = "en",
        });
        article.Fact(
            "Customs said on Thursday that foreign trade of Norhaven reached 73.8 billion yuan in the first five months of 2022.",
            New("Norhaven", "2022-01/2022-05", Flow.Trade) with { Value = 73_800_000_000m, Unit = "CNY", Rule = rule },
            (SlotName.Region, "Norhaven"), (SlotName.Period, "the first five months of 2022"), (SlotName.Flow, "foreign trade"), (SlotName.Value, "73.8 billion yuan"), (SlotName.Unit, "yuan"));
        article.Fact(
            HarbourSentence,
            New("Norhaven", "2022-01/2022-05", Flow.Exports) with { Value = 41_300_000_000m, Unit = "CNY", Growth = changed ? -5.2m : 5.2m, Rule = rule, Flags = FactFlags.PeriodCarried },
            (SlotName.Region, "^Norhaven"), (SlotName.Period, "^the first five months of 2022"), (SlotName.Flow, "Exports"), (SlotName.Value, "41.3 billion yuan"), (SlotName.Unit, "yuan"), (SlotName.Growth, "5.2%"));
        article.Fact(
            HarbourSentence,
            New("Norhaven", "2022-01/2022-05", Flow.Exports) with { Partner = "US", Share = 18.4m, Rule = "share", Flags = FactFlags.PeriodCarried | FactFlags.RegionAssumed },
            (SlotName.Region, "^Norhaven"), (SlotName.Period, "^the first five months of 2022"), (SlotName.Flow, "shipments"), (SlotName.Partner, "the United States"), (SlotName.Share, "18.4%"));
        if (!withoutImports)
        {
            article.Fact(
                "Imports fell 1.9% to 32.5 billion yuan.",
                New("Norhaven", "2022-01/2022-05", Flow.Imports) with { Value = 32_500_000_000m, Unit = "CNY", Growth = -1.9m, Rule = rule, Flags = FactFlags.PeriodCarried },
                (SlotName.Region, "^Norhaven"), (SlotName.Period, "^the first five months of 2022"), (SlotName.Flow, "Imports"), (SlotName.Value, "32.5 billion yuan"), (SlotName.Unit, "yuan"), (SlotName.Growth, "1.9%"));
        }

        article.Fact(
            "Of the total, machinery exports came to 12.7 billion yuan, up 9.4%.",
            New("Norhaven", "2022-01/2022-05", Flow.Exports) with { Category = "machinery", Value = 12_700_000_000m, Unit = "CNY", Growth = 9.4m, Rule = rule, Flags = FactFlags.PeriodCarried, Derivation = ["'12.7 billion yuan' is money after 'came to': level", "'up 9.4%' follows the level: growth", "period carried from 'the first five months of 2022'"] },
            (SlotName.Region, "^Norhaven"), (SlotName.Period, "^the first five months of 2022"), (SlotName.Category, "machinery"), (SlotName.Flow, "exports"), (SlotName.Value, "12.7 billion yuan"), (SlotName.Unit, "yuan"), (SlotName.Growth, "9.4%"));
        article.Number("June 9", NumberClass.Date, "dateline");
        article.Number("1,204", NumberClass.Other, "count-of-ships");
        article.Number("6.6 billion yuan", NumberClass.Unresolved, "nearest rule 'level' needs a flow in the clause");
        article.Number("4%", NumberClass.Unresolved, "no region in reach");
        return article;
    }

    /// <summary>A second article that says the same of the imports.</summary>
    public static ArticleBuilder Restated() => new ArticleBuilder(
        "restated.txt",
        "Norhaven bought less abroad: imports came to 32.5 billion yuan in the first five months of 2022, customs figures show.",
        new DocumentMetadata { Title = "Norhaven bought less abroad", Published = new DateOnly(2022, 6, 12), Language = "en" }).Fact(
            "Norhaven bought less abroad: imports came to 32.5 billion yuan in the first five months of 2022, customs figures show.",
            New("Norhaven", "2022-01/2022-05", Flow.Imports) with { Value = 32_500_000_000m, Unit = "CNY", Rule = "level" },
            (SlotName.Region, "Norhaven"), (SlotName.Flow, "imports"), (SlotName.Value, "32.5 billion yuan"), (SlotName.Period, "the first five months of 2022"));

    /// <summary>Everything that could do harm if it were taken for markup, a path or a script.</summary>
    public static ArticleBuilder Hostile() => new ArticleBuilder(
        "../../etc/<img src=x onerror=alert(1)>.txt",
        "<script>alert('text')</script> Exports of \"><svg onload=alert(2)> rose 7%. ' onfocus=alert(3) autofocus='",
        new DocumentMetadata { Title = "</title><script>alert('title')</script>", Url = "javascript:alert('url')", Publisher = "<b>x</b>", Language = "en\" onclick=\"alert(5)" }).Fact(
            "<script>alert('text')</script> Exports of \"><svg onload=alert(2)> rose 7%.",
            New("\"><svg onload=alert(2)>", "2022-01/2022-05", Flow.Exports) with { Category = "<script>alert('category')</script>", Growth = 7, Rule = "<script>alert('rule')</script>", Derivation = ["<script>alert('step')</script>"] },
            (SlotName.Region, "\"><svg onload=alert(2)>"), (SlotName.Growth, "7%")).Number("3", NumberClass.Unresolved, "<script>alert('reason')</script>");

    /// <summary>Many short articles over two years: regions, flows, partners, months.</summary>
    public static IEnumerable<ArticleBuilder> Archive(int months = 18)
    {
        var random = new Random(7);
        string[] regions = ["Norhaven", "Eastmere", "Veldmark", "Port Alder", "Sunde Province"];
        (string Name, string Code)[] partners = [("the United States", "US"), ("Japan", "JP"), ("Germany", "DE"), ("South Korea", "KR"), ("ASEAN", "ASEAN")];
        for (var month = 0; month < months; month++)
        {
            var (year, number) = (2022 + (month / 12), (month % 12) + 1);
            var name = new DateOnly(year, number, 1).ToString("MMMM", CultureInfo.InvariantCulture);
            foreach (var region in regions)
            {
                var exports = 20 + (Array.IndexOf(regions, region) * 9) + (month * .4m) + (random.Next(-20, 20) * .1m);
                var growth = random.Next(-80, 160) * .1m;
                var share = random.Next(80, 240) * .1m;
                var (partner, code) = partners[random.Next(partners.Length)];
                var first = $"In {name} {year}, {region} exported goods worth {exports:0.0} billion yuan, {(growth < 0 ? "down" : "up")} {Math.Abs(growth):0.0}% from a year earlier.";
                var second = $"Sales to {partner} accounted for {share:0.0}% of its exports.";
                var period = $"{year}-{number:D2}/{year}-{number:D2}";
                var article = new ArticleBuilder(
                    $"{year}/{number:D2}/{region.ToLowerInvariant().Replace(' ', '-')}.txt",
                    $"{region} customs: {name} {year}\n\n{first} {second} The city has 2,315 trading firms, and 3.3 billion yuan was settled elsewhere.",
                    new DocumentMetadata { Title = $"{region} customs: {name} {year}", Published = new DateOnly(year, number, 1).AddMonths(1).AddDays(8), Url = $"https://news.example/{year}/{number}", Language = "en" });
                article.Fact(first, New(region, period, Flow.Exports) with { Value = exports * 1_000_000_000, Unit = "CNY", Growth = growth, Rule = "level-and-growth" }, (SlotName.Region, region), (SlotName.Period, $"{name} {year}"), (SlotName.Flow, "exported"), (SlotName.Value, $"{exports:0.0} billion yuan"), (SlotName.Growth, $"{Math.Abs(growth):0.0}%"));
                article.Fact(second, New(region, period, Flow.Exports) with { Partner = code, Share = share, Rule = "share-of", Flags = FactFlags.PeriodCarried | (random.Next(3) == 0 ? FactFlags.RegionAssumed : FactFlags.None) | (random.Next(9) == 0 ? FactFlags.ListPaired : FactFlags.None) }, (SlotName.Region, "^" + region), (SlotName.Period, $"^{name} {year}"), (SlotName.Flow, "Sales"), (SlotName.Partner, partner), (SlotName.Share, $"{share:0.0}%"));
                article.Number("2,315", NumberClass.Other, "count-of-firms");
                if (random.Next(3) > 0) article.Number("3.3 billion yuan", NumberClass.Unresolved, "no flow in the clause");
                yield return article;
            }
        }
    }

    public static Fact New(string region, string period, Flow flow) => new()
    {
        Id = "",
        Doc = "",
        Span = default,
        Quote = "",
        Region = region,
        Period = TradePeriod.Parse(period),
        Flow = flow,
        Slots = [],
        Rule = "",
    };
}
