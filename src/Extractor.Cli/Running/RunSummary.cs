using System.Globalization;

namespace Extractor.Cli.Running;

/// <summary>What a run did.</summary>
internal sealed class RunSummary
{
    // A table of more documents than this is read by nobody; `extractor documents` lists them all.
    private const int MostRows = 50;
    private readonly List<DocumentRow> rows = [];

    /// <summary>The first documents read, for the table.</summary>
    public IReadOnlyList<DocumentRow> Rows => rows;

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Gone { get; set; }

    public int Failures { get; set; }

    public int PassedOver { get; set; }

    public int Duplicates { get; set; }

    public long Facts { get; set; }

    public long Numbers { get; set; }

    public long Unresolved { get; set; }

    /// <summary>Facts that reviewers decided otherwise.</summary>
    public int Conflicts { get; set; }

    public TimeSpan Elapsed { get; set; }

    public int Documents => Added + Changed + Unchanged;

    public void Add(DocumentRow row)
    {
        if (rows.Count < MostRows) rows.Add(row);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Documents} documents ({Added} added, {Changed} changed, {Unchanged} unchanged, {Gone} gone{(Duplicates > 0 ? $", {Duplicates} copies" : "")}), {Failures} failed; {Facts} facts, {Unresolved} of {Numbers} numbers unresolved; {Elapsed.TotalSeconds:F2} s");

    /// <summary>One line of the table.</summary>
    internal sealed record DocumentRow(string Doc, string What, int Facts, int Unresolved, double Seconds);
}
