using System.Buffers;
using System.Text;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Tests.Facts;

public sealed class FactLineTests
{
    private static readonly Fact Full = new()
    {
        Id = "0123456789abcdef",
        Doc = "a/b.txt",
        Span = new TextSpan(10, 52),
        Quote = "Exports to “Vietnam” rose 5.2% — 4.37 万亿元.\n",
        Region = "Zhejiang",
        Period = TradePeriod.Months(2022, 1, 3),
        Flow = Flow.Exports,
        Partner = "VN",
        Category = "mechanical and electrical products",
        Value = 4370000000000.00m,
        Unit = "CNY",
        Growth = -5.20m,
        Basis = "mom",
        Terms = "volume",
        Multiple = 8m,
        Change = -3900000000m,
        Share = 12.1m,
        ShareOf = "China",
        Contribution = 1.6m,
        ContributionRate = 73.4m,
        GrowthChange = 0.1m,
        GrowthGap = -0.3m,
        ShareChange = 0.0000001m,
        Rank = 2,
        Approx = Approx.Over,
        Modality = Modality.Forecast,
        Slots =
        [
            new Slot(SlotName.Region, "Zhejiang", null, SlotOrigin.Document),
            new Slot(SlotName.Value, "4370000000000", new TextSpan(40, 47), SlotOrigin.Stated),
            new Slot(SlotName.Basis, "mom", new TextSpan(3, 5), SlotOrigin.Carried),
        ],
        Rule = "level.reached",
        Flags = FactFlags.PeriodCarried | FactFlags.Forecast,
    };

    private static readonly FactLine FullLine = new(Full)
    {
        Metadata = new DocumentMetadata { Title = "Trade \"up\"", Url = "https://example.org/?a=1&b=2", Published = new DateOnly(2022, 4, 13), Language = "en" },
        Checks = ["exports+imports=trade:confirmed"],
        Run = "7",
    };

    private static Fact Minimal => new()
    {
        Id = "0123456789abcdef",
        Doc = "a.txt",
        Span = new TextSpan(0, 4),
        Quote = "Text",
        Region = "China",
        Period = TradePeriod.Months(null, 1, 10),
        Flow = Flow.Trade,
        Slots = [],
        Rule = "r",
    };

    [Fact]
    public void A_line_has_the_fields_of_the_design_in_order() => Assert.Equal(
        """{"doc":"a/b.txt","region":"Zhejiang","period":"2022-01/2022-03","flow":"exports","partner":"VN","category":"mechanical and electrical products","value":4370000000000,"unit":"CNY","growth":-5.2,"basis":"mom","terms":"volume","multiple":8,"change":-3900000000,"share":12.1,"shareOf":"China","contribution":1.6,"contributionRate":73.4,"growthChange":0.1,"growthGap":-0.3,"shareChange":0.0000001,"rank":2,"approx":">","modality":"forecast","id":"0123456789abcdef","quote":"Exports to “Vietnam” rose 5.2% — 4.37 万亿元.\n","start":10,"end":52,"slots":{"region":{"origin":"document"},"value":{"start":40,"end":47,"origin":"stated"},"basis":{"start":3,"end":5,"origin":"carried"}},"rule":"level.reached","flags":["periodCarried","forecast"],"checks":["exports+imports=trade:confirmed"],"url":"https://example.org/?a=1&b=2","title":"Trade \"up\"","published":"2022-04-13","language":"en","run":"7"}""",
        FullLine.ToJson());

    [Fact]
    public void What_is_absent_and_what_is_default_is_left_out() => Assert.Equal(
        """{"doc":"a.txt","region":"China","period":"XXXX-01/XXXX-10","flow":"trade","growth":7,"id":"0123456789abcdef","quote":"Text","start":0,"end":4,"rule":"r"}""",
        new FactLine(Minimal with { Growth = 7.0m }).ToJson());

    [Fact]
    public void A_line_reads_back_as_it_was_written()
    {
        Assert.True(FactLine.TryParse(FullLine.ToJson(), out var read, out var error), error);
        Assert.Equal(FullLine.ToJson(), read.ToJson());
        Assert.Equal(Full with { Slots = [] }, read.Fact with { Slots = [] });
        Assert.Equal(Full.Slots.AsEnumerable(), read.Fact.Slots.AsEnumerable());
        Assert.Equal(FullLine.Metadata, read.Metadata);
    }

    [Fact]
    public void Bytes_end_with_one_line_feed()
    {
        var output = new ArrayBufferWriter<byte>();
        FullLine.WriteTo(output);
        Assert.Equal(FullLine.ToJson() + "\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Every_enumerated_value_has_a_name_that_reads_back()
    {
        Assert.All(Enum.GetValues<Flow>(), x => Assert.True(FactLineNames.TryFlow(FactLineNames.Of(x), out var read) && read == x));
        Assert.All(Enum.GetValues<Modality>(), x => Assert.True(FactLineNames.TryModality(FactLineNames.Of(x), out var read) && read == x));
        Assert.All(Enum.GetValues<Approx>(), x => Assert.True(FactLineNames.TryApprox(FactLineNames.Of(x), out var read) && read == x));
        Assert.All(Enum.GetValues<SlotOrigin>(), x => Assert.True(FactLineNames.TryOrigin(FactLineNames.Of(x), out var read) && read == x));
        Assert.All(Enum.GetValues<NumberClass>(), x => Assert.True(FactLineNames.TryNumberClass(FactLineNames.Of(x), out var read) && read == x));
        Assert.All(Enum.GetValues<SlotName>(), x => Assert.True(FactLineNames.TrySlot(FactLineNames.Of(x), out var read) && read == x));
        Assert.All(Enum.GetValues<SlotName>(), x => Assert.Equal(x.ToString(), FactLineNames.Of(x), ignoreCase: true));
        Assert.All(Enum.GetValues<FactFlags>().Where(x => x != FactFlags.None), x =>
        {
            var name = Assert.Single(FactLineNames.Of(x));
            Assert.Equal(x.ToString(), name, ignoreCase: true);
            Assert.True(FactLineNames.TryFlag(name, out var read) && read == x);
        });
    }

    [Fact]
    public void Every_field_can_be_had_by_name()
    {
        Assert.All(Enum.GetValues<SlotName>(), name => Assert.NotNull(Full.Written(name)));
        Assert.Equal("4370000000000", Full.Written(SlotName.Value));
        Assert.Equal("yoy", Minimal.Written(SlotName.Basis));
        Assert.Equal("actual", Minimal.Written(SlotName.Modality));
        Assert.Null(Minimal.Written(SlotName.Approx));
    }

    [Theory]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","value":43700000000.0,"unit":"CNY","basis":"yoy","partner":""}""",
        """{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","value":43700000000,"unit":"CNY","quote":""}""")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","value":4.37e12,"note":["mine"],"modality":null,"quote":"q"}""",
        """{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","value":4370000000000,"quote":"q"}""")]
    public void Gold_lines_are_read_without_what_only_programs_write(string gold, string written)
    {
        Assert.True(FactLine.TryParse(gold, out var line, out var error), error);
        Assert.Equal(written, line.ToJson());
    }

    [Theory]
    [InlineData("", "not JSON, at byte 0")]
    [InlineData("""{"doc":"d",}""", "not JSON, at byte 11")]
    [InlineData("[1]", "expected a JSON object, found array")]
    [InlineData("""{"region":"China"}""", "'doc' is missing")]
    [InlineData("""{"doc":"d","region":"","period":"2022-01/2022-03","flow":"trade"}""", "'region' is missing")]
    [InlineData("""{"doc":"d","region":7,"period":"2022-01/2022-03","flow":"trade"}""", "'region': expected a string, found 7")]
    [InlineData("""{"doc":"d","region":"China","period":"2022","flow":"trade"}""", "'period': expected YYYY-MM/YYYY-MM, found \"2022\"")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"import"}""", "'flow': expected trade, exports, imports or balance, found \"import\"")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","growth":"5%"}""", "'growth': expected a number, found \"5%\"")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","value":1e400}""", "'value': expected a number, found 1e400")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","rank":1.5}""", "'rank': expected a whole number, found 1.5")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","approx":"over"}""", "'approx': expected >, < or ~, found \"over\"")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","modality":"hoped"}""", "'modality': expected actual, forecast, target or revised, found \"hoped\"")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","start":5,"end":4}""", "'start' 5 and 'end' 4 are no span")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","published":"13 April"}""", "'published': expected YYYY-MM-DD, found \"13 April\"")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","flags":["odd"]}""", "'flags': no flag is called 'odd'")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","slots":{"odd":{}}}""", "'slots': no field is called 'odd'")]
    [InlineData("""{"doc":"d","region":"China","period":"2022-01/2022-03","flow":"trade","slots":{"flow":{}}}""", "'slots.flow.origin': expected stated, carried, document or default")]
    [InlineData("{\"doc\":\"\\ud800\"}", "'doc' holds half a surrogate pair")]
    public void What_is_wrong_with_a_line_is_said(string json, string message)
    {
        Assert.False(FactLine.TryParse(json, out var line, out var error));
        Assert.Null(line);
        Assert.Equal(message, error);
    }

    [Fact]
    public void A_lone_surrogate_in_the_line_itself_is_said()
    {
        Assert.False(FactLine.TryParse("{\"doc\":\"" + '\ud800' + "\"}", out _, out var error));
        Assert.Equal("not Unicode text", error);
    }
}
