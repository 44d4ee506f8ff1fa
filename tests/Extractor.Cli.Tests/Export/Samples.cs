using Extractor.Checks.Across;
using Extractor.Cli.Export;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Cli.Tests.Export;

/// <summary>Facts and points with everything in them that a format could lose.</summary>
internal static class Samples
{
    /// <summary>Text that begins like a formula, has quotes, breaks, control characters, or looks like an escape.</summary>
    public static readonly string[] Nasty =
    [
        "=HYPERLINK(\"http://example.org\",\"click\")", "+1 and more", "-SUM(A1)", "@cmd", "'quoted", "''=1+1", "\tTab first", "two\nlines, \"quoted\"",
        "_x0041_ is no A", "bell \u0007 rings", "emoji 😀 after", "中文，数字", " spaced ", "-", "=",
    ];

    public static readonly FactLine Full = new(new Fact
    {
        Id = "0123456789abcdef",
        Doc = "a folder/article one.txt",
        Span = new TextSpan(3, 40),
        Quote = "Its exports, \"all told\", were 3.25 trillion yuan.",
        Region = "Freedonia",
        Period = TradePeriod.Parse("2024-01/2024-10"),
        Flow = Flow.Balance,
        Partner = "CN+HK",
        Category = "clocks, watches",
        Value = -3_250_000_000_000m,
        Unit = "CNY",
        Growth = -8.1m,
        Basis = "mom",
        Terms = "USD",
        Multiple = 41.6m,
        Change = -3_900_000_000m,
        Share = 14.1m,
        ShareOf = "Sylvania",
        Contribution = 1.6m,
        ContributionRate = 73.4m,
        GrowthChange = 0.5m,
        GrowthGap = -2.3m,
        ShareChange = -1.1m,
        Rank = 2,
        Approx = Approx.Over,
        Modality = Modality.Forecast,
        Slots = [],
        Rule = "level.of-flow",
        Flags = FactFlags.Bound | FactFlags.Forecast,
    })
    {
        Metadata = new DocumentMetadata { Title = "=A title", Url = "https://example.org/a?b=1&c=2", Published = new DateOnly(2024, 11, 18), Language = "en" },
        Checks = ["exports+imports=trade:confirmed", "share:contradicted"],
        Run = "7",
    };

    public static readonly FactLine Spare = new(new Fact
    {
        Id = "fedcba9876543210",
        Doc = "b.txt",
        Span = new TextSpan(0, 10),
        Quote = "up 5%",
        Region = "Sylvania",
        Period = TradePeriod.Parse("XXXX-05/XXXX-05"),
        Flow = Flow.Exports,
        Growth = 5m,
        Slots = [],
        Rule = "r",
    });

    /// <summary>The full fact with each nasty text in its free fields.</summary>
    public static IEnumerable<FactLine> Facts() =>
    [
        Full,
        Spare,
        .. Nasty.Select(text => Full with
        {
            Fact = Full.Fact with { Quote = text, Category = text, Doc = text, Region = text },
            Metadata = Full.Metadata with { Title = text, Url = text },
        }),
    ];

    public static IEnumerable<SeriesRow> Rows()
    {
        foreach (var text in Nasty)
        {
            foreach (var period in (string[])["2024-05/2024-05", "2024-04/2024-06", "2024-01/2024-12", "2023-04/2024-03", "2024-01/2024-10", "2024-05-01/2024-05-20"])
            {
                foreach (var line in (FactLine[])[Full, Spare])
                {
                    var fact = line.Fact with { Region = text, Category = text, Quote = text, Period = TradePeriod.Parse(period), Basis = null };
                    var series = TimeSeries.Build(Statement.Of(fact, 1, line.Metadata.Published, line.Metadata.Url));
                    foreach (var row in series.SelectMany(SeriesRow.Of)) yield return row;
                }
            }
        }
    }

    /// <summary>What a fact line says, for comparison: records compare arrays by reference.</summary>
    public static IEnumerable<string> Json(IEnumerable<FactLine> lines) => lines.Select(line => line.ToJson());
}
