using System.Collections.Immutable;

namespace Extractor.Rules;

/// <summary>A sentence beside a rule that shows what it reads, or what it must not.</summary>
/// <param name="Text">The sentence, complete in itself.</param>
/// <param name="IsPositive">Whether the rule has to read it.</param>
/// <param name="Expected">For a positive example the fields that some fact must have (<c>growth</c> = <c>5.2</c>).</param>
/// <param name="Line">Line in the rule file, from 1.</param>
public sealed record RuleExample(string Text, bool IsPositive, ImmutableArray<KeyValuePair<string, string>> Expected, int Line);
