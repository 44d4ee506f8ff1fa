using System.CommandLine;
using Extractor.Cli.Commands;
using Extractor.Cli.Console;

namespace Extractor.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. Build().Subcommands.Select(command => command.Name)];

    [Fact]
    public void The_command_lists_its_subcommands()
    {
        var result = ExtractorProcess.Run("--help");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.All(Build().Subcommands.Select(command => command.Name), name => Assert.Contains($"\n  {name} ", result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_command_has_help_with_examples_and_exit_codes(string name)
    {
        var command = Assert.IsAssignableFrom<CliCommand>(Build().Subcommands.Single(command => command.Name == name));
        var result = ExtractorProcess.Run(name, "--help");
        Assert.Equal(0, result.ExitCode);
        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example => Assert.Contains(example, result.Output, StringComparison.Ordinal));
        Assert.Contains("Exit codes:", result.Output, StringComparison.Ordinal);
        Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{option.Name} has no description"));
        Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), $"{argument.Name} has no description"));
    }

    [Fact]
    public void Examples_are_command_lines_that_parse()
    {
        foreach (var command in Build().Subcommands.Cast<CliCommand>())
            foreach (var example in command.Examples)
            {
                var line = example.Split(['|', '>', '<'])[0];
                var start = line.IndexOf("extractor ", StringComparison.Ordinal);
                if (start < 0 || example.StartsWith("spark", StringComparison.Ordinal) || example.StartsWith("parallel", StringComparison.Ordinal)) continue;
                Assert.Empty(Build().Parse(line[(start + "extractor ".Length)..]).Errors);
            }
    }

    [Fact]
    public void README_mentions_every_command_and_option()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Folder, "README.md"));
        foreach (var command in Build().Subcommands)
        {
            Assert.Contains($"extractor {command.Name}", readme, StringComparison.Ordinal);
            Assert.All(command.Options, option => Assert.Contains($"`{option.Name}", readme, StringComparison.Ordinal));
            Assert.All(command.Subcommands, sub => Assert.Contains($"extractor {command.Name} {sub.Name}", readme, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("facts", "--flow", "sideways")]
    [InlineData("facts", "--period", "last year")]
    [InlineData("run", ".", "--threads", "0")]
    [InlineData("run", ".", "--published", "13 April")]
    [InlineData("run", ".", "--format", "xml")]
    [InlineData("run")]
    [InlineData("nonsense")]
    public void A_wrong_command_line_ends_with_2_and_leads_to_the_help(params string[] arguments)
    {
        var result = ExtractorProcess.Run(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("extractor: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    private static RootCommand Build() => ExtractorCommand.Build(new Terminal(Stream.Null, Stream.Null, TextWriter.Null, false, false));
}
