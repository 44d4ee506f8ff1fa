using Extractor.Facts;

namespace Extractor.Tests.Checks;

/// <summary>Facts as a test needs them: Freedonia's exports of January 2024, until said otherwise.</summary>
internal static class Statements
{
    private static int last;

    public static Fact Fact(Flow flow = Flow.Exports, string region = "Freedonia", string period = "2024-01/2024-01") => new()
    {
        Id = Interlocked.Increment(ref last).ToString("x16"),
        Doc = "made-up.txt",
        Span = default,
        Quote = "",
        Region = region,
        Period = TradePeriod.Parse(period),
        Flow = flow,
        Slots = [],
        Rule = "test",
    };

    /// <summary>An amount in pounds, with the digits that print it.</summary>
    public static Fact Worth(this Fact fact, string digits, decimal scale = 1_000_000_000m, string unit = "GBP") =>
        fact with { Value = decimal.Parse(digits) * scale, Unit = unit, Quote = $"{fact.Quote} {digits.TrimStart('-')} billion" };

    /// <summary>Growth, with the digits that print it.</summary>
    public static Fact Grew(this Fact fact, string digits, string? basis = null) =>
        fact with { Growth = decimal.Parse(digits), Basis = basis, Quote = $"{fact.Quote} {digits.TrimStart('-')}%" };

    /// <summary>A share, with the digits that print it.</summary>
    public static Fact Share(this Fact fact, string digits) => fact with { Share = decimal.Parse(digits), Quote = $"{fact.Quote} {digits}%" };
}
