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

    /// <summary>Puts two maps in a row: this one leads from a text into a source that <paramref name="source"/> leads on from.</summary>
    /// <example>An article's text leads into the decoded page, the page into the bytes of the file: together the text leads into the bytes.</example>
    public OffsetMap Compose(OffsetMap source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (ReferenceEquals(source, Identity)) return this;
        if (ReferenceEquals(this, Identity)) return source;
        var builder = new OffsetMapBuilder();
        for (var i = 0; i < runs.Length; i++)
        {
            var run = runs[i];
            var textEnd = i + 1 < runs.Length ? runs[i + 1].TextStart : int.MaxValue;
            for (var text = run.TextStart; text < textEnd;)
            {
                var middle = run.SourceStart + ((long)(text - run.TextStart) * run.BytesPerChar);
                var at = source.RunAt(middle);
                var next = source.runs[at];
                builder.Add(text, next.SourceStart + ((middle - next.TextStart) * next.BytesPerChar), run.BytesPerChar * next.BytesPerChar);

                // Go on where the source's next run begins, unless nothing moves or this was its last.
                if (run.BytesPerChar <= 0 || at + 1 >= source.runs.Length) break;
                var steps = (source.runs[at + 1].TextStart - middle + run.BytesPerChar - 1) / run.BytesPerChar;
                text = (int)Math.Min(text + steps, textEnd);
            }
        }

        return builder.ToMap();
    }

    /// <summary>The byte offset in the source of the character at <paramref name="textOffset"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative.</exception>
    public long ToSource(int textOffset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(textOffset);
        var run = runs[RunAt(textOffset)];
        return run.SourceStart + ((long)(textOffset - run.TextStart) * run.BytesPerChar);
    }

    private int RunAt(long textOffset)
    {
        int low = 0, high = runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].TextStart <= textOffset) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}

/// <summary>One run of an <see cref="OffsetMap"/>.</summary>
/// <param name="TextStart">Offset in the canonical text where the run begins.</param>
/// <param name="SourceStart">Byte offset in the source of that character.</param>
/// <param name="BytesPerChar">Bytes of source that each UTF-16 code unit stands for; 0 for text not in the source.</param>
public readonly record struct OffsetRun(int TextStart, long SourceStart, int BytesPerChar);
