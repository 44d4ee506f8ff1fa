using System.Collections.Immutable;

namespace Extractor.Review.Pages;

/// <summary>Words that the extractor knows for a slot, beside those that the database has.</summary>
internal static class WordLists
{
    private static readonly ImmutableArray<string> Bases = ["yoy", "mom", "qoq", "period"];
    private static readonly ImmutableArray<string> Terms = ["volume", "USD", "CNY", "EUR"];

    /// <summary>The words for the slot of this name, in order.</summary>
    public static ImmutableArray<string> Of(string field) => field switch
    {
        "basis" => Bases,
        "terms" => Terms,
        _ => [],
    };
}
