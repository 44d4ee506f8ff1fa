using Extractor.Benchmarks.Generated;
using Extractor.Benchmarks.Numbers;
using Extractor.Benchmarks.Parts;
using Extractor.Benchmarks.Reading;
using Extractor.Benchmarks.Scale;
using Extractor.Benchmarks.Shapes;
using Extractor.Benchmarks.Storing;

return args switch
{
    ["generate", .. var rest] => GenerateVerb.Run(rest),
    ["queries", .. var rest] => QueriesVerb.Run(rest),
    ["review-latency", .. var rest] => ReviewLatencyVerb.Run(rest),
    ["numbers", .. var files] => NumbersVerb.Run(files),
    ["extraction", .. var paths] => ExtractionVerb.Run(paths),
    ["storing", .. var rest] => StoringVerb.Run(rest),
    ["--scale" or "scale", .. var rest] => ScaleVerb.Run(rest),
    ["shapes", .. var rest] => ShapesVerb.Run(rest),
    ["parts", .. var rest] => PartsVerb.Run(rest),
    ["compare", .. var rest] => PartsVerb.Run(["--compare", .. rest]),
    [ChildRun.Verb, var input, .. var rest] => ChildRun.Run(input, rest),
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
          extraction [--only NAME] [--rounds N] [PATH...]
                                         how fast facts are extracted on one thread, beside a plain scan, and what is allocated
          --scale [--documents N] [--threads N]
                                         whole runs over the shared news repeated to 100,000 documents, against the bars
          storing [--documents N] [--rounds N]
                                         what a run does beside extracting, part by part
          parts [--only NAME] [--rounds N] [--write-baseline] [--verbose]
                                         BenchmarkDotNet over each part, on one thread; the best of N rounds
          compare [--verbose]            the same against baseline.tsv; ends with 1 if a part has become slower
          shapes [--most BYTES] [--only NAME,...] [--kind texts|pages]
                                         how time grows with the length of the nastiest inputs
        """);
    return 2;
}
