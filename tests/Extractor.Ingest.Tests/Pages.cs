namespace Extractor.Ingest.Tests;

/// <summary>Web pages of our own.</summary>
internal static class Pages
{
    public const string Sentence = "Exports of the region rose by 5.2 percent to 48.7 billion crowns in July, the office said on Monday, while imports fell by 0.3 percent.";

    public static string Article(string sentence = Sentence, string head = "") =>
        $"<!DOCTYPE html><html><head>{head}<title>Trade | The Paper</title></head><body><nav><a href=\"/\">Home</a></nav><article><h1>Trade of the region grows</h1>"
        + string.Concat(Enumerable.Range(1, 5).Select(i => $"<p>{sentence} It was month number {i} of growth, and the office expects more of it until the end of the year.</p>"))
        + "</article><footer>About us</footer></body></html>";
}
