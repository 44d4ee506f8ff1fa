using Extractor.Cli.Output;

namespace Extractor.Cli.Export;

/// <summary>How a column of a workbook is typed.</summary>
internal enum XlsxType
{
    /// <summary>Text, or a number where the cell is one.</summary>
    AsIs,

    /// <summary>A day, written <c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary>Text that leads to the row's source.</summary>
    Link,
}

/// <summary>One column of a workbook.</summary>
/// <param name="Column">Its header and values.</param>
/// <param name="Type">How it is typed.</param>
/// <param name="Width">Its width in characters.</param>
/// <param name="Link">Where a cell of type <see cref="XlsxType.Link"/> leads.</param>
internal sealed record XlsxColumn<T>(Column<T> Column, XlsxType Type = XlsxType.AsIs, double Width = 14, Func<T, string?>? Link = null);
