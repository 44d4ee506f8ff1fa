using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>One number of a fact: what is scored.</summary>
/// <param name="Fact">The fact that states it.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Number">The number.</param>
public sealed record Observation(Fact Fact, SlotName Measure, decimal Number)
{
    /// <summary>Splits facts into their observations, in order.</summary>
    public static IEnumerable<Observation> Of(IEnumerable<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return from fact in facts
               from measure in Measures.All
               let number = fact.Number(measure)
               where number is not null
               select new Observation(fact, measure, number.Value);
    }

    /// <summary>The observation in a few words: <c>a.txt: value=4370000000000 region=China period=2022-01/2022-03 flow=trade unit=CNY</c>.</summary>
    public override string ToString()
    {
        SlotName[] shown =
        [
            SlotName.Region, SlotName.Period, SlotName.Flow, SlotName.Partner, SlotName.Category, SlotName.Basis, SlotName.Terms,
            SlotName.Modality, SlotName.Unit, SlotName.ShareOf,
        ];
        var slots = from slot in shown
                    where slot is not SlotName.Basis || Fact.Basis is not null
                    where slot is not SlotName.Modality || Fact.Modality != Modality.Actual
                    let value = Fact.Written(slot)
                    where value is not null
                    select $"{FactLineNames.Of(slot)}={value}";
        return $"{Fact.Doc}: {FactLineNames.Of(Measure)}={Fact.Written(Measure)} {string.Join(' ', slots)}";
    }
}
