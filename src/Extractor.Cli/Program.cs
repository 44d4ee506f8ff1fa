using Extractor.Cli;
using Extractor.Cli.Console;

return ExtractorCommand.Run(args, Terminal.OfProcess());
