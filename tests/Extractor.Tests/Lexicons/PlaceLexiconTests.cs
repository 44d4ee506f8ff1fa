using Extractor.Lexicons;

namespace Extractor.Tests.Lexicons;

public sealed class PlaceLexiconTests
{
    [Fact]
    public void Loads() => Assert.NotEmpty(PlaceLexicon.BuiltIn.Forms);
}
