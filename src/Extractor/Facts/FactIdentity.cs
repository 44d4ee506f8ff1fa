using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Facts;

/// <summary>The stable identity of a fact: the same text, sentence and slots have the same id in every run and every database.</summary>
public static class FactIdentity
{
    /// <summary>16 lower-case hex digits over the document's hash, the quote's span and the slots of <paramref name="fact"/>; its own id is not looked at.</summary>
    /// <param name="documentHash">SHA-256 of the canonical text.</param>
    /// <param name="fact">The fact.</param>
    public static string Of(string documentHash, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var key = new StringBuilder(256);
        key.Append(documentHash).Append('\n').Append(CultureInfo.InvariantCulture, $"{fact.Span.Start}-{fact.Span.End}");
        for (var name = SlotName.Region; name <= SlotName.Modality; name++)
        {
            // Slots without value leave no trace, so that a field added to facts later keeps the ids of facts that lack it.
            if (fact.Written(name) is { } value) key.Append('\n').Append(FactLineNames.Of(name)).Append('=').Append(value);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString()), hash);
        return Convert.ToHexStringLower(hash[..8]);
    }

    /// <summary>Whether the two say the same: all fields of ANNOTATION.md but document and quote are equal.</summary>
    public static bool SameSlots(Fact left, Fact right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return DifferingSlots(left, right).Length == 0;
    }

    /// <summary>The fields whose values differ, in the order of ANNOTATION.md.</summary>
    public static ImmutableArray<SlotName> DifferingSlots(Fact left, Fact right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var differing = ImmutableArray.CreateBuilder<SlotName>();
        for (var name = SlotName.Region; name <= SlotName.Modality; name++)
            if (left.Written(name) != right.Written(name)) differing.Add(name);
        return differing.ToImmutable();
    }
}
