using System.Collections.Immutable;

namespace Extractor.Text;

/// <summary>Collects the runs of an <see cref="OffsetMap"/> while a text is being written, joining what continues the run before.</summary>
public sealed class OffsetMapBuilder
{
    private readonly ImmutableArray<OffsetRun>.Builder runs = ImmutableArray.CreateBuilder<OffsetRun>();

    /// <summary>Says that the text from <paramref name="textStart"/> on stems from <paramref name="sourceStart"/>, advancing by <paramref name="bytesPerChar"/>.</summary>
    /// <exception cref="ArgumentException">The text offset lies before the last run.</exception>
    public void Add(int textStart, long sourceStart, int bytesPerChar)
    {
        if (runs.Count > 0)
        {
            var last = runs[^1];
            if (last.BytesPerChar == bytesPerChar && last.SourceStart + ((long)(textStart - last.TextStart) * bytesPerChar) == sourceStart) return;
            if (textStart < last.TextStart) throw new ArgumentException("Runs are added in ascending order.", nameof(textStart));
            if (textStart == last.TextStart) runs.RemoveAt(runs.Count - 1);
        }

        runs.Add(new OffsetRun(textStart, sourceStart, bytesPerChar));
    }

    /// <summary>The map of the runs added; <see cref="OffsetMap.Identity"/> itself when it is nothing else.</summary>
    public OffsetMap ToMap() =>
        runs.Count == 0 || (runs.Count == 1 && runs[0] == new OffsetRun(0, 0, 1)) ? OffsetMap.Identity : new OffsetMap(runs.ToImmutable());
}
