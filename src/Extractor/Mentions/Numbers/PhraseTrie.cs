namespace Extractor.Mentions.Numbers;

/// <summary>Phrases as chains of word ids. A node is an int, 0 the root; several entries may end at one node (<c>Mt</c>, <c>MT</c>).</summary>
internal sealed class PhraseTrie<T>
    where T : class
{
    /// <summary>No such node.</summary>
    public const int Dead = -1;

    private readonly Dictionary<long, int> steps = [];
    private readonly List<T[]> entries = [[]];

    public void Add(ReadOnlySpan<int> words, T entry)
    {
        var node = 0;
        foreach (var word in words)
        {
            var key = Key(node, word);
            if (!steps.TryGetValue(key, out var next))
            {
                next = entries.Count;
                steps.Add(key, next);
                entries.Add([]);
            }

            node = next;
        }

        entries[node] = [.. entries[node], entry];
    }

    public int Step(int node, int word) => word >= 0 && steps.TryGetValue(Key(node, word), out var next) ? next : Dead;

    public T[] EntriesAt(int node) => entries[node];

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}
