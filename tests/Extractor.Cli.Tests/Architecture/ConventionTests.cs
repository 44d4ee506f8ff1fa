using System.Reflection;

namespace Extractor.Cli.Tests.Architecture;

/// <summary>Habits that every type keeps.</summary>
public sealed class ConventionTests
{
    private static readonly string[] EmptyWords = ["Helper", "Util", "Utils", "Manager", "Misc", "Common", "Impl"];

    public static TheoryData<string> Assemblies => ["Extractor.Core", "Extractor.Ingest", "Extractor.Storage", "Extractor.Review", "extractor"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Names_say_what_a_type_is(string assembly)
    {
        var empty = Types(assembly).Where(type => EmptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));
        Assert.Empty(empty);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Classes_are_sealed_unless_made_to_be_derived_from(string assembly)
    {
        var all = Types(assembly).ToArray();
        var open = all.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !all.Any(other => other.BaseType == type));
        Assert.DoesNotContain(open, type => !typeof(Exception).IsAssignableFrom(type));
    }

    [Fact]
    public void The_tables_of_the_core_cannot_be_changed()
    {
        var changeable = from type in Types("Extractor.Core")
                         where type.IsPublic
                         from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                         where property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit")
                         select $"{type.Name}.{property.Name}";
        Assert.Empty(changeable);
    }

    [Fact]
    public void Public_fields_are_constants()
    {
        var fields = from type in Types("Extractor.Core")
                     where type is { IsPublic: true, IsEnum: false }
                     from field in type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                     where !field.IsLiteral && !field.IsInitOnly
                     select $"{type.Name}.{field.Name}";
        Assert.Empty(fields);
    }

    [Fact]
    public void Each_subcommand_has_a_file_of_its_own()
    {
        var commands = typeof(Commands.CliCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Commands.CliCommand)));
        Assert.All(commands, command => Assert.True(File.Exists(Path.Combine(Repository.Folder, "src", "Extractor.Cli", "Commands", command.Name + ".cs")), command.Name));
    }

    [Fact]
    public void No_source_is_longer_than_one_can_read_in_a_sitting()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(path => (Path: path, Lines: File.ReadLines(path).Count()));
        Assert.DoesNotContain(files, file => file.Lines > 1000);
    }

    private static IEnumerable<Type> Types(string assembly) => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")).GetTypes()
        .Where(type => type.Namespace?.StartsWith("Extractor", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal));
}
