using System.Collections.Immutable;

namespace Extractor.Text;

/// <summary>
/// Leads from offsets in the canonical text back to byte offsets in the source that was read
/// (through character references, tags and the charset).
/// </summary>
/// <remarks>
/// The map is a list of runs. Inside a run of <c>ByteLength == 0</c> step the text was synthesised (a paragraph break,
/// say) and every offset leads to the run's source offset; otherwise text and source advance together, each character
/// by <c>BytesPerChar</c> bytes. Where characters differ in width or stem from an entity, a run ends.
/// </remarks>
public sealed class OffsetMap
{
    private readonly ImmutableArray<OffsetRun> runs;

    /// <summary>Makes a map of runs in ascending order of <see cref="OffsetRun.TextStart"/>, the first at zero.</summary>
    /// <exception cref="ArgumentException">The runs are empty, do not start at zero, or are out of order.</exception>
    public OffsetMap(ImmutableArray<OffsetRun> runs)
    {
        if (runs.IsDefaultOrEmpty || runs[0].TextStart != 0)
            throw new ArgumentException("An offset map starts at text offset zero.", nameof(runs));
        for (var i = 1; i < runs.Length; i++)
        {
            if (runs[i].TextStart <= runs[i - 1].TextStart)
                throw new ArgumentException("The runs of an offset map ascend.", nameof(runs));
        }

        this.runs = runs;
    }

    /// <summary>The map of a text whose every character is one byte of the source, in order.</summary>
    public static OffsetMap Identity { get; } = new([new OffsetRun(0, 0, 1)]);

    /// <summary>The runs in ascending order.</summary>
    public ImmutableArray<OffsetRun> Runs => runs;

    /// <summary>The byte offset in the source of the character at <paramref name="textOffset"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative.</exception>
    public long ToSource(int textOffset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(textOffset);
        int low = 0, high = runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].TextStart <= textOffset) low = middle;
            else high = middle - 1;
        }

        var run = runs[low];
        return run.SourceStart + ((long)(textOffset - run.TextStart) * run.BytesPerChar);
    }
}

/// <summary>One run of an <see cref="OffsetMap"/>.</summary>
/// <param name="TextStart">Offset in the canonical text where the run begins.</param>
/// <param name="SourceStart">Byte offset in the source of that character.</param>
/// <param name="BytesPerChar">Bytes of source that each UTF-16 code unit stands for; 0 for text not in the source.</param>
public readonly record struct OffsetRun(int TextStart, long SourceStart, int BytesPerChar);
