using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>The sentences of a document as JSON, which SQL can read too: <c>[[0,73],[74,120]]</c>.</summary>
internal static class SpanList
{
    public static byte[] Write(ImmutableArray<TextSpan> spans)
    {
        var json = Utf8Json.Start().Append('[');
        var isFirst = true;
        foreach (var span in spans)
        {
            if (!isFirst) json.Append(',');
            isFirst = false;
            json.Append('[').Append(span.Start).Append(',').Append(span.End).Append(']');
        }

        return json.Append(']').ToArray();
    }

    public static ImmutableArray<TextSpan> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var spans = ImmutableArray.CreateBuilder<TextSpan>(document.RootElement.GetArrayLength());
        foreach (var span in document.RootElement.EnumerateArray()) spans.Add(new TextSpan(span[0].GetInt32(), span[1].GetInt32()));
        return spans.MoveToImmutable();
    }
}
