using System.Collections.Immutable;

namespace Extractor.Checks.Across;

/// <summary>How two sources' statements of one observation stand to each other, from agreement to conflict.</summary>
public enum StatementRelation
{
    /// <summary>There is no second source.</summary>
    Single,

    /// <summary>The same number, printed alike.</summary>
    Equal,

    /// <summary>One rounds to the other: 4.37 and 4.4 trillion.</summary>
    EqualAfterRounding,

    /// <summary>Of another scope, so not to be compared: another currency, dollar against yuan terms, goods against goods and services.</summary>
    DifferentScope,

    /// <summary>Another number, and the later one says that it revises the earlier, or was published in a later month, when the next figures come out.</summary>
    Revised,

    /// <summary>Another number, and nothing that explains it.</summary>
    Conflict,
}

/// <summary>The words for relations, as tables and files write them.</summary>
public static class StatementRelationNames
{
    private static readonly ImmutableArray<string> Names = ["single", "equal", "equal after rounding", "different scope", "revised", "conflict"];

    /// <summary>The words for a relation.</summary>
    public static string Of(StatementRelation relation) => Names[(int)relation];
}
