using Extractor.Campaigns;

return args switch
{
    ["mutate", .. var rest] => MutateCommand.Run(rest),
    ["memory", .. var rest] => MemoryCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: campaigns mutate [COUNT] [THREADS] [SEED]   damaged inputs through reading and extraction (100000 2 1)
               campaigns memory [COUNT] [THREADS]          resident memory over many documents (20000 2)
        """);
    return 2;
}
