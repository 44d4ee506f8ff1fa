using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Extractor.Ingest;

/// <summary>Remembers which names are taken, eight bytes each, so that millions of members stay cheap.</summary>
internal sealed class NameLedger
{
    private readonly Dictionary<ulong, int> taken = [];

    /// <summary>Takes <paramref name="name"/>; false when it was taken before.</summary>
    public bool Take(string name) => taken.TryAdd(Key(name), 1);

    /// <summary>Takes <paramref name="name"/>, or the next of <c>name#2</c>, <c>name#3</c> ... that is free.</summary>
    public string TakeUnique(string name)
    {
        var key = Key(name);
        if (taken.TryAdd(key, 1)) return name;
        string numbered;
        do
        {
            numbered = $"{name}#{++CollectionsMarshal.GetValueRefOrNullRef(taken, key)}";
        }
        while (!Take(numbered));
        return numbered;
    }

    private static ulong Key(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan()), hash);
        return MemoryMarshal.Read<ulong>(hash);
    }
}
