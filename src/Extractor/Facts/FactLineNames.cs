using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Extractor.Facts;

/// <summary>The words that fact lines, the database and the command line use for the values of the enumerations.</summary>
/// <remarks>Names are camel case, as in ANNOTATION.md: <c>exports</c>, <c>shareOf</c>, <c>yearUnknown</c>; bounds are <c>&gt;</c>, <c>&lt;</c> and <c>~</c>.</remarks>
public static class FactLineNames
{
    private static readonly ImmutableArray<string> Flows = ["trade", "exports", "imports", "balance"];
    private static readonly ImmutableArray<string> Modalities = ["actual", "forecast", "target", "revised"];
    private static readonly ImmutableArray<string> Bounds = ["", ">", "<", "~"];
    private static readonly ImmutableArray<string> Origins = ["stated", "carried", "document", "default"];
    private static readonly ImmutableArray<string> Classes = ["fact", "date", "other", "unresolved"];

    private static readonly ImmutableArray<string> SlotNames =
    [
        "region", "period", "flow", "partner", "category", "value", "unit", "growth", "basis", "terms", "multiple", "change", "share",
        "shareOf", "contribution", "contributionRate", "growthChange", "growthGap", "shareChange", "rank", "approx", "modality",
    ];

    private static readonly ImmutableArray<string> FlagNames =
        ["yearUnknown", "periodCarried", "regionAssumed", "listPaired", "bound", "forecast", "categoryAssumed"];

    /// <summary>The word for <paramref name="flow"/>.</summary>
    public static string Of(Flow flow) => Flows[(int)flow];

    /// <summary>The word for <paramref name="modality"/>.</summary>
    public static string Of(Modality modality) => Modalities[(int)modality];

    /// <summary>The sign for <paramref name="approx"/>; null for a number as stated.</summary>
    public static string? Of(Approx approx) => approx == Approx.Exact ? null : Bounds[(int)approx];

    /// <summary>The word for <paramref name="origin"/>.</summary>
    public static string Of(SlotOrigin origin) => Origins[(int)origin];

    /// <summary>The word for <paramref name="slot"/>.</summary>
    public static string Of(SlotName slot) => SlotNames[(int)slot];

    /// <summary>The word for <paramref name="numberClass"/>.</summary>
    public static string Of(NumberClass numberClass) => Classes[(int)numberClass];

    /// <summary>The words for the flags that are set, in the order of <see cref="FactFlags"/>.</summary>
    public static IEnumerable<string> Of(FactFlags flags)
    {
        for (var bit = 0; bit < FlagNames.Length; bit++)
            if (((int)flags & (1 << bit)) != 0) yield return FlagNames[bit];
    }

    /// <summary>The flow that <paramref name="name"/> names.</summary>
    public static bool TryFlow([NotNullWhen(true)] string? name, out Flow flow)
    {
        var found = TryIndex(Flows, name, out var index);
        flow = (Flow)index;
        return found;
    }

    /// <summary>The modality that <paramref name="name"/> names.</summary>
    public static bool TryModality([NotNullWhen(true)] string? name, out Modality modality)
    {
        var found = TryIndex(Modalities, name, out var index);
        modality = (Modality)index;
        return found;
    }

    /// <summary>The bound that <paramref name="sign"/> stands for; null and empty stand for a number as stated.</summary>
    public static bool TryApprox(string? sign, out Approx approx)
    {
        var found = TryIndex(Bounds, sign ?? "", out var index);
        approx = (Approx)index;
        return found;
    }

    /// <summary>The origin that <paramref name="name"/> names.</summary>
    public static bool TryOrigin([NotNullWhen(true)] string? name, out SlotOrigin origin)
    {
        var found = TryIndex(Origins, name, out var index);
        origin = (SlotOrigin)index;
        return found;
    }

    /// <summary>The slot that <paramref name="name"/> names.</summary>
    public static bool TrySlot([NotNullWhen(true)] string? name, out SlotName slot)
    {
        var found = TryIndex(SlotNames, name, out var index);
        slot = (SlotName)index;
        return found;
    }

    /// <summary>The class that <paramref name="name"/> names.</summary>
    public static bool TryNumberClass([NotNullWhen(true)] string? name, out NumberClass numberClass)
    {
        var found = TryIndex(Classes, name, out var index);
        numberClass = (NumberClass)index;
        return found;
    }

    /// <summary>The flag that <paramref name="name"/> names.</summary>
    public static bool TryFlag([NotNullWhen(true)] string? name, out FactFlags flag)
    {
        var found = TryIndex(FlagNames, name, out var index);
        flag = found ? (FactFlags)(1 << index) : FactFlags.None;
        return found;
    }

    private static bool TryIndex(ImmutableArray<string> names, [NotNullWhen(true)] string? name, out int index)
    {
        index = name is null ? -1 : names.IndexOf(name);
        if (index >= 0) return true;
        index = 0;
        return false;
    }
}
