using Extractor.Campaigns;

return args switch
{
    ["mutate", .. var rest] => MutateCommand.Run(rest),
    ["memory", .. var rest] => MemoryCommand.Run(rest),
    ["one", var seed, var number, var file] => One(int.Parse(seed), int.Parse(number), file),
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
               campaigns memory [COUNT] [THREADS]          resident memory over many documents (20000 2)
        """);
    return 2;
}
