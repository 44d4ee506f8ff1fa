namespace Extractor.Cli.Output;

/// <summary>One column of a table over rows of <typeparamref name="T"/>.</summary>
/// <param name="Name">Its header, and the field's name in JSON.</param>
/// <param name="Value">The value in a row.</param>
internal sealed record Column<T>(string Name, Func<T, Cell> Value);
