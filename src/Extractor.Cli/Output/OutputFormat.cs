namespace Extractor.Cli.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>Aligned columns, to be read by people.</summary>
    Table,

    /// <summary>Comma-separated values after RFC 4180, with a header.</summary>
    Csv,

    /// <summary>One JSON object a line.</summary>
    Jsonl,

    /// <summary>An Excel workbook.</summary>
    Xlsx,

    /// <summary>Plain text.</summary>
    Text,
}
