namespace Extractor.Review.Tests;

/// <summary>A test of several cases in a real browser; skipped, visibly, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute()
    {
        if (Browser.Path is null) Skip = ChromiumFactAttribute.WhySkipped;
    }
}
