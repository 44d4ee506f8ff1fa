using System.Globalization;
using Extractor.Ingest.Metadata;

namespace Extractor.Ingest.Tests.Metadata;

public sealed class PlainTextMetadataTests
{
    private const string Prose = "Exports of the valley rose by 12.5 percent in May, the office said, and imports fell by 3 percent, for the first time since June 1, 2019, when the tolls were lowered for good.";

    [Theory]
    [InlineData("---\ntitle: Walnuts lift exports\npublished_at: 2025-06-12 00:00\ncrawled_at: 2025-06-13 11:18:10\n---\n\n# Walnuts\n", "front-matter")]
    [InlineData("---\ntitle: 'Walnuts'\ndate: 2025-06-12T01:55:00+01:00\ndraft: false\n---\n", "front-matter")]
    [InlineData("Walnuts lift exports\nRelease date:2025-06-12 15:19\n", "text")]
    [InlineData("Walnuts lift exports\n\n2025-06-12 02:18:46\n\n", "text")]
    [InlineData("WALNUTS LIFT EXPORTS\n12-JUN-2025 09:06:45.47\n\n    NUTPORT, June 12 - ", "text")]
    [InlineData("Walnuts lift exports\n\nANN HILL in Nutport 2025-06-12 09:15\n\n", "text")]
    [InlineData("Walnuts lift exports\n\nPeople of the Valley Online) 09:52, June 12, 2025\n\n", "text")]
    [InlineData("Business\nGeneral\nWalnuts lift exports\nPUBLISHED : 12 Jun 2025 at 05:03\nWRITER:\nAnn Hill\n", "text")]
    [InlineData("Business\nNutport\nThu, June 12, 2025\nShare this article\n", "text")]
    [InlineData("Walnuts lift exports\nUpdated: June 14, 2025\nPublished: June 12, 2025\n", "text")]
    [InlineData("Walnuts lift exports\nUpdated: June 12, 2025\n", "text:updated")]
    [InlineData("Walnuts lift exports\n\nNUTPORT, June 12, 2025 (Valley Agency) -- ", "dateline")]
    [InlineData("核桃带动出口\n发布时间：2025-06-12 10:00\n", "text")]
    [InlineData("Walnuts lift exports\nhttps://example.org/business/2025/06/12/walnuts.html\n", "url")]
    public void The_day_of_publication_is_read_from_what_says_so(string start, string from)
    {
        var metadata = PlainTextMetadata.Read(start + Prose);
        Assert.Equal(("2025-06-12", from), (metadata.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), metadata.PublishedFrom));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Walnuts lift exports\n\nNUTPORT, June 12 - ")]
    [InlineData("Walnuts lift exports\n\nA tanker is unloaded in the port of Nutport on June 12, 2025. (Photo: Bo Lund)\n")]
    [InlineData("The port of Nutport, Thursday, June 12, 2025. (Valley Photo)\n")]
    [InlineData("On June 12, 2025 the tolls fall.\n")]
    [InlineData("---\ntitle: Walnuts\nshorthand_date: \"12 JUN\"\n---\n")]
    [InlineData("© 2025 The Valley Paper\n")]
    public void A_day_of_something_else_is_not_taken_for_it(string start) => Assert.Null(PlainTextMetadata.Read(start + Prose).Published);

    [Fact]
    public void Front_matter_gives_title_publisher_author_and_address()
    {
        var metadata = PlainTextMetadata.Read("---\ntitle: \"Valley&#x27;s walnuts\"\npublisher: The Valley Paper\nauthor: \n\t\tANN HILL\n\nurl: https://example.org/walnuts\n---\n" + Prose);
        Assert.Equal(("Valley's walnuts", "The Valley Paper", "ANN HILL", "https://example.org/walnuts"), (metadata.Title, metadata.Publisher, metadata.Author, metadata.Url));
    }

    [Theory]
    [InlineData("Walnuts lift the exports\n\n", "Walnuts lift the exports")]
    [InlineData("# Walnuts lift the exports\n\n", "Walnuts lift the exports")]
    [InlineData("Business\nGeneral\nWalnuts lift the exports\n", "Walnuts lift the exports")]
    [InlineData("Current location: Home > News\nWalnuts lift the exports\n", "Walnuts lift the exports")]
    [InlineData("", null)]
    public void The_first_line_of_several_words_is_the_title(string start, string? title) => Assert.Equal(title, PlainTextMetadata.Read(start + Prose).Title);

    [Theory]
    [InlineData("---\n")]
    [InlineData("---\nnever closed: yes\n")]
    [InlineData("----\n")]
    [InlineData("---")]
    public void Front_matter_that_is_not_closed_is_none(string text) => Assert.Null(FrontMatter.Read(text));
}
