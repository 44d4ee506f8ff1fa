using System.Collections.Immutable;
using Extractor.Text;
using FsCheck.Fluent;

namespace Extractor.Tests.Text;

public sealed class OffsetMapTests
{
    [Fact]
    public void Inside_a_run_text_and_source_advance_together()
    {
        var map = new OffsetMap([new OffsetRun(0, 3, 1), new OffsetRun(5, 8, 3), new OffsetRun(7, 14, 0)]);

        Assert.Equal(3, map.ToSource(0));
        Assert.Equal(7, map.ToSource(4));
        Assert.Equal(8, map.ToSource(5));
        Assert.Equal(11, map.ToSource(6));
        Assert.Equal(14, map.ToSource(7));
        Assert.Equal(14, map.ToSource(99));
    }

    [Fact]
    public void Composing_with_the_identity_changes_nothing()
    {
        var map = new OffsetMap([new OffsetRun(0, 3, 1), new OffsetRun(5, 9, 3)]);

        Assert.Same(map, map.Compose(OffsetMap.Identity));
        Assert.Same(map, OffsetMap.Identity.Compose(map));
    }

    /// <summary>An article from a page in UTF-8: the text leads into characters, the characters into bytes.</summary>
    [Fact]
    public void A_page_of_mixed_widths_leads_to_its_bytes()
    {
        // <p>A&amp;é</p> behind a byte order mark; the text is "A&é".
        var toChars = new OffsetMap([new OffsetRun(0, 3, 1), new OffsetRun(1, 4, 0), new OffsetRun(2, 9, 1)]);
        var toBytes = new OffsetMap([new OffsetRun(0, 3, 1), new OffsetRun(9, 12, 2), new OffsetRun(10, 14, 1)]);

        var map = toChars.Compose(toBytes);

        Assert.Equal([6L, 7L, 12L], new[] { 0, 1, 2 }.Select(map.ToSource));
    }

    [Fact]
    public void Composition_leads_where_the_two_maps_lead_one_after_the_other()
    {
        var runs = Gen.Choose(0, 3).Two().ArrayOf(12).Select(steps =>
        {
            var builder = ImmutableArray.CreateBuilder<OffsetRun>();
            int text = 0, source = 0;
            foreach (var (length, step) in steps)
            {
                builder.Add(new OffsetRun(text, source, step));
                text += length + 1;
                source += (step * (length + 1)) + length;
            }

            return new OffsetMap(builder.ToImmutable());
        });

        Prop.ForAll(runs.Two().ToArbitrary(), maps =>
        {
            var composed = maps.Item1.Compose(maps.Item2);
            return Enumerable.Range(0, 80).All(offset => composed.ToSource(offset) == maps.Item2.ToSource((int)maps.Item1.ToSource(offset)));
        }).Hold();
    }
}
