using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Extractor.Cli.Tests.Architecture;

/// <summary>Dependencies point one way, between assemblies and between the namespaces of the core.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Ours = ["Extractor.Core", "Extractor.Ingest", "Extractor.Storage", "Extractor.Review", "extractor"];

    /// <summary>What each layer of the core may use: the layers below it. Text is at the bottom.</summary>
    private static readonly Dictionary<string, string[]> Layers = new()
    {
        ["Extractor.Text"] = [],
        ["Extractor.Lexicons"] = ["Extractor.Text"],
        ["Extractor.Mentions"] = ["Extractor.Lexicons", "Extractor.Text"],
        ["Extractor.Facts"] = ["Extractor.Text"],
        ["Extractor.Rules"] = ["Extractor.Facts", "Extractor.Mentions", "Extractor.Lexicons", "Extractor.Text"],
        ["Extractor.Checks"] = ["Extractor.Rules", "Extractor.Facts", "Extractor.Mentions", "Extractor.Lexicons", "Extractor.Text"],
        ["Extractor.Evaluation"] = ["Extractor.Facts", "Extractor.Text"],
        ["Extractor.Store"] = ["Extractor.Facts", "Extractor.Text"],
    };

    /// <summary>The values of facts (periods, bounds) are what mentions are normalised to; word lists hold the values of their entries.</summary>
    private static readonly Dictionary<string, string[]> ValuesUsedBelow = new()
    {
        ["Extractor.Facts"] = ["Approx", "TradePeriod", "PeriodBound", "Flow", "Modality", "FactLineNames"],
        ["Extractor.Mentions"] = ["NumberLexicon"],
    };

    [Theory]
    [InlineData("Extractor.Core")]
    [InlineData("Extractor.Ingest", "Extractor.Core")]
    [InlineData("Extractor.Storage", "Extractor.Core")]
    [InlineData("Extractor.Review", "Extractor.Core")]
    [InlineData("extractor", "Extractor.Core", "Extractor.Ingest", "Extractor.Storage", "Extractor.Review")]
    public void An_assembly_sees_only_what_lies_below_it(string name, params string[] allowed)
    {
        var seen = Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).Where(Ours.Contains);
        Assert.Empty(seen.Except(allowed));
    }

    [Fact]
    public void The_core_needs_nothing_but_the_base_class_library() =>
        Assert.All(Load("Extractor.Core").GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Theory]
    [InlineData("System.IO.FileSystem")]
    [InlineData("System.Net")]
    [InlineData("System.Console")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("Microsoft.Win32")]
    public void The_core_touches_no_files_network_or_console(string assembly) =>
        Assert.DoesNotContain(Load("Extractor.Core").GetReferencedAssemblies(), reference => reference.Name!.StartsWith(assembly, StringComparison.Ordinal));

    [Theory]
    [InlineData("System.IO", "File")]
    [InlineData("System.IO", "Directory")]
    [InlineData("System.IO", "FileStream")]
    [InlineData("System", "TimeProvider")]
    [InlineData("System", "Random")]
    public void The_core_uses_no(string space, string type) =>
        Assert.DoesNotContain(ReferencedTypes("Extractor.Core"), reference => reference == (space, type));

    [Fact]
    public void The_core_asks_nobody_what_time_it_is()
    {
        using var file = new PEReader(File.OpenRead(Load("Extractor.Core").Location));
        var metadata = file.GetMetadataReader();
        var calls = metadata.MemberReferences.Select(metadata.GetMemberReference).Select(member => metadata.GetString(member.Name));
        Assert.DoesNotContain("get_UtcNow", calls);
        Assert.DoesNotContain("get_Now", calls);
        Assert.DoesNotContain("get_Today", calls);
    }

    [Fact]
    public void Namespaces_of_the_core_see_only_those_below_them()
    {
        var violations = from source in CoreSources()
                         let layer = LayerOf(source.Namespace)
                         where layer is not null
                         from used in source.Usings
                         let target = LayerOf(used)
                         where target is not null && target != layer && !Layers[layer].Contains(target)
                         where !UsesOnlyValues(source.Text, target)
                         select $"{source.Path}: {layer} uses {used}";
        Assert.Empty(violations);
    }

    [Fact]
    public void Every_namespace_of_the_core_has_its_layer()
    {
        var unknown = CoreSources().Select(source => source.Namespace).Where(space => space != "Extractor" && LayerOf(space) is null).Distinct();
        Assert.Empty(unknown);
    }

    /// <summary>Whether a source uses a higher namespace for its plain values alone.</summary>
    private static bool UsesOnlyValues(string text, string target)
    {
        if (!ValuesUsedBelow.TryGetValue(target, out var values)) return false;
        var types = Load("Extractor.Core").GetTypes().Where(type => LayerOf(type.Namespace) == target && !type.IsNested).Select(type => type.Name.Split('`')[0]);
        return types.Where(type => ContainsWord(text, type)).All(values.Contains);
    }

    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var before = at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_');
            var after = at + word.Length >= text.Length || !(char.IsLetterOrDigit(text[at + word.Length]) || text[at + word.Length] == '_');
            if (before && after) return true;
        }

        return false;
    }

    private static string? LayerOf(string? space) => space is null ? null
        : Layers.Keys.FirstOrDefault(layer => space == layer || space.StartsWith(layer + ".", StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Namespace, string Text, string[] Usings)> CoreSources() =>
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src", "Extractor"), "*.cs", SearchOption.AllDirectories)
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        let lines = File.ReadAllLines(path)
        let space = lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
        where space is not null
        let usings = lines.Where(line => line.StartsWith("using Extractor", StringComparison.Ordinal)).Select(line => line["using ".Length..].TrimEnd(';')).ToArray()
        select (path, space["namespace ".Length..].TrimEnd(';'), string.Join('\n', lines.Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal))), usings);

    private static HashSet<(string Namespace, string Name)> ReferencedTypes(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Load(assembly).Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => (metadata.GetString(type.Namespace), metadata.GetString(type.Name)))];
    }

    private static Assembly Load(string name) => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
}
