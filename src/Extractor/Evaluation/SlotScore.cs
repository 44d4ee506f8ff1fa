using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>How often a slot was right in the pairs that have it.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Right">In how many pairs it was right.</param>
/// <param name="Total">How many pairs have it.</param>
public readonly record struct SlotScore(SlotName Slot, int Right, int Total)
{
    /// <summary>The part that is right.</summary>
    public double Accuracy => (double)Right / Total;
}
