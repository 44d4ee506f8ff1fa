using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Extractor.Cli.Output;

namespace Extractor.Cli.Commands;

/// <summary>Options that mean the same in every command that has them.</summary>
internal static class SharedOptions
{
    /// <summary>Where a run writes, and where the other commands therefore look.</summary>
    public const string DefaultOutput = "output";

    public static Option<FileInfo> Database() => new("--db")
    {
        Description = "The database.",
        HelpName = "FILE",
        DefaultValueFactory = _ => new FileInfo(Path.Combine(DefaultOutput, "facts.db")),
    };

    /// <summary>The first of <paramref name="formats"/> is used when none is asked for.</summary>
    public static Option<OutputFormat> Format(params OutputFormat[] formats)
    {
        var accepted = formats.Length > 0 ? formats : [OutputFormat.Table, OutputFormat.Csv, OutputFormat.Jsonl];
        var names = accepted.Select(format => format.ToString().ToLowerInvariant()).ToArray();
        var option = new Option<OutputFormat>("--format")
        {
            Description = "How results are written to standard output.",
            HelpName = string.Join('|', names),
            DefaultValueFactory = _ => accepted[0],
            CustomParser = result => Parse(result, accepted, names),
        };
        option.CompletionSources.Add(names);
        return option;
    }

    public static Option<DateOnly?> Published() => new("--published")
    {
        Description = "The publication date of documents that do not tell theirs.",
        HelpName = "YYYY-MM-DD",
        CustomParser = ParseDate,
    };

    public static Option<DirectoryInfo?> Lexicon() => new("--lexicon")
    {
        Description = "A folder of word lists of your own, beside the built-in ones.",
        HelpName = "DIR",
    };

    public static Option<DirectoryInfo?> Rules() => new("--rules")
    {
        Description = "A folder of rules of your own, beside the built-in ones.",
        HelpName = "DIR",
    };

    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "Files, folders or archives; - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<int> Threads() => new("--threads")
    {
        Description = "How many documents are read at once. The results are the same for any number.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = result => ParseNumber(result, "--threads", 1, 1024),
    };

    public static Option<int> Limit(int standard) => new("--limit")
    {
        Description = "How many rows at most; 0 for all.",
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result => ParseNumber(result, "--limit", 0, int.MaxValue),
    };

    public static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        result.AddError($"'{text}' is not a date: expected YYYY-MM-DD, such as 2022-04-13.");
        return null;
    }

    public static int ParseNumber(ArgumentResult result, string option, int least, int most)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        result.AddError($"'{text}' is no number for {option}: expected {least} to {most}.");
        return least;
    }

    private static OutputFormat Parse(ArgumentResult result, OutputFormat[] formats, string[] names)
    {
        var index = Array.IndexOf(names, result.Tokens[0].Value.ToLowerInvariant());
        if (index >= 0) return formats[index];
        result.AddError($"'{result.Tokens[0].Value}' is no format here: expected {string.Join(", ", names[..^1])} or {names[^1]}.");
        return formats[0];
    }
}
