namespace Extractor.Review.Tests;

/// <summary>A test in a real browser; skipped, visibly, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    internal const string WhySkipped = "No Chromium: install Debian's package 'chromium', or set CHROMIUM to its path.";

    public ChromiumFactAttribute()
    {
        if (Browser.Path is null) Skip = WhySkipped;
    }
}
