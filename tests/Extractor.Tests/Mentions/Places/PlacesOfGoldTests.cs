using System.Net;
using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Places;
using Extractor.Tests.Checks;
using Extractor.Tests.Corpus;
using Extractor.Text;

namespace Extractor.Tests.Mentions.Places;

/// <summary>Whoever trades and with whom in an annotated fact is found somewhere in its article.</summary>
public sealed class PlacesOfGoldTests
{
    [Fact]
    public void Regions_and_partners_of_the_corpus_are_all_found() =>
        Assert.Equal([], GoldFacts.Corpus().SelectMany(doc => Missing(doc, WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(CorpusArticles.Folder, doc.Key))))));

    [SharedDataFact]
    public void Regions_and_partners_of_the_seeds_are_all_found() =>
        Assert.Equal([], GoldFacts.Shared("seeds.gold.jsonl").SelectMany(doc => Missing(doc, File.ReadAllText(SharedData.Of("articles", "seeds", doc.Key)))));

    [SharedDataFact]
    public void Regions_and_partners_of_real_articles_are_all_found() =>
        Assert.Equal([], GoldFacts.Shared("dev.gold.jsonl").SelectMany(doc => Missing(doc, WebUtility.HtmlDecode(File.ReadAllText(SharedData.Of("articles", "dev", doc.Key))))));

    private static IEnumerable<string> Missing(IGrouping<string, Fact> doc, string text)
    {
        var mentions = new List<PlaceMention>();
        PlaceFinder.Find(Tokenizer.Tokenize(text), PlaceLexicon.BuiltIn, mentions);
        var names = mentions.Select(mention => mention.Place.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var codes = mentions.Select(mention => mention.PartnerCode).Concat(mentions.Select(mention => $"NON-{mention.PartnerCode}")).ToHashSet(StringComparer.Ordinal);
        return doc.SelectMany(fact => (string[])[.. fact.Partner?.Split('+').Where(code => !codes.Contains(code)) ?? [], .. names.Contains(fact.Region) ? (string[])[] : [fact.Region]])
            .Distinct().Select(missing => $"{doc.Key}: {missing}");
    }
}
