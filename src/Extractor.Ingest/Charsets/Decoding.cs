using System.Text;
using Extractor.Text;

namespace Extractor.Ingest.Charsets;

internal sealed record Decoded(string Text, string Charset, OffsetMap Offsets);

internal static class Decoding
{
    public static Decoded Decode(byte[] bytes) => new(new UTF8Encoding(false, false).GetString(bytes), "utf-8", OffsetMap.Identity);
}
