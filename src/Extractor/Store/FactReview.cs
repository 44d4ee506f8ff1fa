using System.Collections.Immutable;

namespace Extractor.Store;

/// <summary>Everything decided about one fact.</summary>
/// <param name="State">How far review has come.</param>
/// <param name="Decisions">All decisions on it in order, with those undone.</param>
/// <param name="Standing">The decision that decides the state; null while pending.</param>
/// <param name="ChangedFrom">What differs from the fact decided on, when the state is <see cref="ReviewState.Changed"/>.</param>
public sealed record FactReview(
    ReviewState State,
    ImmutableArray<Decision> Decisions,
    Decision? Standing,
    FactChange? ChangedFrom);

/// <summary>An extracted fact that contradicts what a reviewer decided.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Fact">The fact extracted now; null when extraction lost a fact that was accepted.</param>
/// <param name="Message">What contradicts what, for people.</param>
public sealed record DecisionConflict(Decision Decision, StoredFact? Fact, string Message);
