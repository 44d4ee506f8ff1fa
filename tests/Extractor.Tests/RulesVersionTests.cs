using System.Reflection;
using System.Runtime.Loader;

namespace Extractor.Tests;

/// <summary>What decides whether an unchanged file is read again.</summary>
public sealed class RulesVersionTests
{
    private static readonly Assembly Core = typeof(TradeExtractor).Assembly;

    [Fact]
    public void Another_build_of_code_or_word_lists_is_another_version()
    {
        var image = File.ReadAllBytes(Core.Location);
        Assert.Equal(TradeExtractor.Default.RulesVersion, VersionOf(image));

        // The compiler derives the module version id from all that it writes, code and embedded word lists.
        var id = image.AsSpan().IndexOf(Core.ManifestModule.ModuleVersionId.ToByteArray());
        image[id] ^= 1;
        Assert.NotEqual(TradeExtractor.Default.RulesVersion, VersionOf(image));
    }

    [Fact]
    public void A_commit_alone_makes_no_other_version() =>
        Assert.DoesNotContain('+', Core.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    private static string VersionOf(byte[] image)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var extractor = context.LoadFromStream(new MemoryStream(image)).GetType(typeof(TradeExtractor).FullName!)!;
            return (string)extractor.GetProperty(nameof(TradeExtractor.RulesVersion))!.GetValue(extractor.GetProperty(nameof(TradeExtractor.Default))!.GetValue(null))!;
        }
        finally
        {
            context.Unload();
        }
    }
}
