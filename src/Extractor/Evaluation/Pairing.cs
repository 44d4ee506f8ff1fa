using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>A gold observation and the prediction that was taken for it.</summary>
/// <param name="Gold">What should be said.</param>
/// <param name="Predicted">What was said: the same number of the same measure.</param>
/// <param name="Wrong">The slots in which the two differ.</param>
public sealed record Pairing(Observation Gold, Observation Predicted, ImmutableArray<SlotName> Wrong);
