using System.CommandLine;
using Extractor.Cli.Console;

namespace Extractor.Cli.Commands;

/// <summary>The options of a command that writes files: in which format, and where to.</summary>
internal sealed class ExportTarget<TFormat>
    where TFormat : struct, Enum
{
    private readonly Option<TFormat> format;
    private readonly Option<FileInfo?> file = new("--out") { Description = "The file to write; standard output when not given.", HelpName = "FILE" };
    private readonly TFormat binary;

    /// <summary>Makes the options.</summary>
    /// <param name="standard">The format when none is named.</param>
    /// <param name="binary">The format that does not go to a terminal.</param>
    public ExportTarget(TFormat standard, TFormat binary)
    {
        this.binary = binary;
        var names = Enum.GetNames<TFormat>().Select(name => name.ToLowerInvariant()).ToArray();
        format = new Option<TFormat>("--format")
        {
            Description = $"How it is written; {standard.ToString().ToLowerInvariant()} when not given.",
            HelpName = string.Join('|', names),
            CustomParser = result =>
            {
                var index = Array.IndexOf(names, result.Tokens[0].Value.ToLowerInvariant());
                if (index >= 0) return Enum.GetValues<TFormat>()[index];
                result.AddError($"'{result.Tokens[0].Value}' is no format here: expected {string.Join(", ", names[..^1])} or {names[^1]}.");
                return standard;
            },
        };
        format.CompletionSources.Add(names);
    }

    public IEnumerable<Option> Options => [format, file];

    public TFormat Format(ParseResult parsed) => parsed.GetValue(format);

    public bool IsStandardOutput(ParseResult parsed) => parsed.GetValue(file) is null;

    /// <summary>Writes to the file, whole or not at all, or to standard output, and says how many there were.</summary>
    public int Write(ParseResult parsed, Terminal terminal, Func<Stream, int> write)
    {
        var isBinary = EqualityComparer<TFormat>.Default.Equals(Format(parsed), binary);
        if (parsed.GetValue(file) is not { } path)
        {
            if (!isBinary) return write(terminal.Output);
            if (terminal.OutputIsTerminal) throw new UsageException($"a workbook is no text for a terminal: name a file with --out, such as --out facts.{binary.ToString().ToLowerInvariant()}.");

            // A workbook is a zip archive, which has to go back to its beginning.
            using var buffer = new MemoryStream();
            var written = write(buffer);
            terminal.Output.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            return written;
        }

        var name = path.ToString();
        var unfinished = name + ".part";
        if (Path.GetDirectoryName(Path.GetFullPath(name)) is { } folder) Directory.CreateDirectory(folder);
        int count;
        try
        {
            using (var output = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite)) count = write(output);
            File.Move(unfinished, name, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        terminal.Say($"{name}: {count} written");
        return count;
    }
}
