using FsCheck;

namespace Extractor.Tests;

/// <summary>
/// How properties are checked: the same cases in every test run, so that a red run is red again. For a hunt with fresh cases set
/// <c>EXTRACTOR_PROPERTY_CASES</c> to their number; a case that fails prints what replays it, and becomes a test of its own.
/// </summary>
internal static class PropertyRun
{
    private const ulong Seed = 20261122;
    private const ulong Gamma = 1752935914381925165;

    internal static void Hold(this Property property)
    {
        var asked = Environment.GetEnvironmentVariable("EXTRACTOR_PROPERTY_CASES");
        property.Check(int.TryParse(asked, out var cases)
            ? Config.QuickThrowOnFailure.WithMaxTest(cases)
            : Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(Seed, Gamma));
    }
}
