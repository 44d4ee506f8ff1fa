namespace Extractor.Benchmarks.Inputs;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal sealed class Arguments(string[] given)
{
    public int Number(string name, int standard) => Text(name) is { } text ? int.Parse(text) : standard;

    public string? Text(string name) => Array.IndexOf(given, name) is >= 0 and var at && at + 1 < given.Length ? given[at + 1] : null;

    public bool Has(string name) => given.Contains(name);
}
