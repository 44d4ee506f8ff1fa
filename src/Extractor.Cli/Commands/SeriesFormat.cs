namespace Extractor.Cli.Commands;

/// <summary>How series are written.</summary>
internal enum SeriesFormat
{
    /// <summary>A table for each series, to be read by people.</summary>
    Table,

    /// <summary>Comma-separated values, one row a point.</summary>
    Csv,

    /// <summary>One JSON object a point.</summary>
    Jsonl,

    /// <summary>An Excel workbook.</summary>
    Xlsx,

    /// <summary>SDMX-CSV 2.0.</summary>
    Sdmx,
}
