using Extractor.Benchmarks.Generated;
using Extractor.Benchmarks.Numbers;
using Extractor.Benchmarks.Reading;

return args switch
{
    ["generate", .. var rest] => GenerateVerb.Run(rest),
    ["queries", .. var rest] => QueriesVerb.Run(rest),
    ["review-latency", .. var rest] => ReviewLatencyVerb.Run(rest),
    ["numbers", .. var files] => NumbersVerb.Run(files),
    ["extraction", .. var paths] => ExtractionVerb.Run(paths),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tests/Extractor.Benchmarks -- VERB
          generate --facts N --db FILE   makes a database of N facts
          queries --db FILE              how long the review pages' questions take over it
          review-latency --db FILE       how long the review pages take over it
          numbers [FILE...]              how fast numbers are found in text
          extraction [PATH...]           how fast facts are extracted on one thread, and what is allocated
        """);
    return 2;
}
