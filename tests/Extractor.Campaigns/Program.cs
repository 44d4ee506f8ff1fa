using Extractor.Campaigns;

return args switch
{
    ["mutate", .. var rest] => MutateCommand.Run(rest),
    ["memory", .. var rest] => MemoryCommand.Run(rest),
    ["one", var seed, var number, var file] => One(int.Parse(seed), int.Parse(number), file),
    ["again", var seed, .. var numbers] => Again(int.Parse(seed), numbers),
    ["fill", var folder, var count] => Fill(folder, int.Parse(count)),
    _ => Usage(),
};

// Writes one input of a campaign to a file (to which its own ending is added), to look into it.
static int One(int seed, int number, string file)
{
    var input = new Mutator(SeedInputs.Load(), seed, number).Next();
    File.WriteAllBytes(file + "-" + input.Name, input.Content);
    Console.WriteLine(file + "-" + input.Name);
    return 0;
}

// Runs single inputs of a campaign again, each five times alone.
static int Again(int seed, string[] numbers)
{
    var campaign = new MutationCampaign(SeedInputs.Load(), seed);
    var folder = Directory.CreateTempSubdirectory("extractor-campaign-").FullName;
    foreach (var number in numbers.Select(int.Parse))
    {
        var outcomes = Enumerable.Range(0, 5).Select(_ => campaign.Run(number, folder)).ToList();
        Console.WriteLine($"{number} {Path.GetFileName(outcomes[0].Input)}: {string.Join(" ", outcomes.Select(o => $"{o.Elapsed.TotalSeconds:0.00}"))} s, facts {outcomes[0].Facts}, {outcomes[0].Results.Count} results {outcomes[0].Crash}");
    }

    Directory.Delete(folder, recursive: true);
    return 0;
}

static int Fill(string folder, int count)
{
    MemoryCommand.Fill(folder, count);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        usage: campaigns mutate [COUNT] [THREADS] [SEED]   damaged inputs through reading and extraction (100000 2 1)
               campaigns one SEED NUMBER FILE             write one damaged input to a file
               campaigns again SEED NUMBER...              single inputs again, alone, with their times
               campaigns memory [COUNT] [THREADS]          resident memory over many documents (20000 2)
        """);
    return 2;
}
