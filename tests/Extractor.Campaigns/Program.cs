using Extractor.Campaigns;

return args switch
{
    ["mutate", .. var rest] => MutateCommand.Run(rest),
    ["memory", .. var rest] => MemoryCommand.Run(rest),
    ["fill", var folder, var count] => Fill(folder, int.Parse(count)),
    _ => Usage(),
};

static int Fill(string folder, int count)
{
    MemoryCommand.Fill(folder, count);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        usage: campaigns mutate [COUNT] [THREADS] [SEED]   damaged inputs through reading and extraction (100000 2 1)
               campaigns memory [COUNT] [THREADS]          resident memory over many documents (20000 2)
        """);
    return 2;
}
