using System.Security.Cryptography;
using System.Text;

namespace Extractor.Review.Server;

/// <summary>A secret of this process that its own pages carry. A request that changes something and lacks it did not come from such a page.</summary>
internal sealed class PageToken
{
    /// <summary>The form field that carries it.</summary>
    public const string Field = "token";

    private readonly byte[] bytes;

    private PageToken(string value)
    {
        Value = value;
        bytes = Encoding.ASCII.GetBytes(value);
    }

    /// <summary>The secret, 64 hex digits.</summary>
    public string Value { get; }

    /// <summary>A new secret.</summary>
    public static PageToken Create() => new(RandomNumberGenerator.GetHexString(64, lowercase: true));

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string? candidate) =>
        candidate is not null && CryptographicOperations.FixedTimeEquals(bytes, Encoding.UTF8.GetBytes(candidate));
}
