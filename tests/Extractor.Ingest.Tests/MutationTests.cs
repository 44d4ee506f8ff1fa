namespace Extractor.Ingest.Tests;

/// <summary>The first few hundred inputs of the long campaign (<c>tests/campaigns/README.md</c>).</summary>
public sealed class MutationTests
{
    [Fact]
    public void Damaged_inputs_are_read_or_refused_with_a_reason_and_never_hang()
    {
        using var folder = new TemporaryFolder();
        var campaign = new MutationCampaign(SeedInputs.Load(), 7);

        var outcomes = Enumerable.Range(0, 300).AsParallel().WithDegreeOfParallelism(2).Select(number => campaign.Run(number, folder.Path)).ToList();

        Assert.All(outcomes, o => Assert.True(o.Crash is null, $"input {o.Number} {o.Input}: {o.Crash}"));
        Assert.All(outcomes, o => Assert.True(!o.BadFailures.Any(), $"input {o.Number}: {o.BadFailures.FirstOrDefault()}"));

        // A hang, not a slow machine: the campaign holds the bar of 2 s.
        Assert.All(outcomes.Where(o => o.Elapsed.TotalSeconds > 30), o => Assert.True(campaign.Run(o.Number, folder.Path).Elapsed.TotalSeconds <= 30, $"input {o.Number} {o.Input} took {o.Elapsed}"));
        Assert.Contains(outcomes, o => o.Results.OfType<IngestFailure>().Any());
        Assert.Contains(outcomes, o => o.Results.OfType<IngestedDocument>().Any());
    }

    [Fact]
    public void A_campaign_is_the_same_each_time()
    {
        var seeds = SeedInputs.Load();

        Assert.Equal(new Mutator(seeds, 3, 17).Next().Content, new Mutator(seeds, 3, 17).Next().Content);
    }
}
