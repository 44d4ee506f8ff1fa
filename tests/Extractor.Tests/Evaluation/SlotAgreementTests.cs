using Extractor.Evaluation;

namespace Extractor.Tests.Evaluation;

public sealed class SlotAgreementTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "Goods", true)]
    [InlineData("merchandise trade", "", true)]
    [InlineData(null, "services", false)]
    [InlineData("goods and services", "services", false)]
    [InlineData("goods and services", "Goods and  services", true)]
    [InlineData("mechanical and electrical products", "electrical", true)]
    [InlineData("textile machinery parts", "machinery", false)]
    [InlineData("private enterprises", "private firms", true)]
    [InlineData("countries", "country", true)]
    [InlineData("glass", "glas", false)]
    [InlineData("other products", "other products", true)]
    [InlineData("机电产品", "机电", true)]
    [InlineData("集成电路", "集成", false)]
    public void Categories_agree_when_they_share_half_of_their_words(string? gold, string? predicted, bool agree) =>
        Assert.Equal(agree, SlotAgreement.CategoriesAgree(gold, predicted));

    [Theory]
    [InlineData("Zhejiang", "the Zhejiang Province", true)]
    [InlineData("U.S.", "United States", true)]
    [InlineData("United States", "United", false)]
    [InlineData("Inner Mongolia autonomous region", "Inner Mongolia", true)]
    [InlineData("Hong Kong special administrative region", "Hong Kong", true)]
    [InlineData("City", "Cityville", false)]
    [InlineData("Ｃｈｉｎａ", "China", true)]
    public void Regions_agree_whatever_they_are_called(string gold, string predicted, bool agree) =>
        Assert.Equal(agree, SlotAgreement.Region(gold) == SlotAgreement.Region(predicted));

    [Fact]
    public void Joint_partners_agree_in_any_order() => Assert.Equal(SlotAgreement.Partner("CN+HK"), SlotAgreement.Partner("HK+CN"));
}
