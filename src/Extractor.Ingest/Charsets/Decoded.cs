using Extractor.Text;

namespace Extractor.Ingest.Charsets;

/// <summary>Bytes read as characters.</summary>
/// <param name="Text">The characters, without a byte order mark.</param>
/// <param name="Charset">IANA name of the encoding.</param>
/// <param name="Offsets">Leads from characters to bytes.</param>
/// <param name="Malformed">How many byte sequences stand for no character and were read as U+FFFD.</param>
/// <param name="FirstMalformed">Byte offset of the first of them; -1 for none.</param>
internal sealed record Decoded(string Text, string Charset, OffsetMap Offsets, int Malformed = 0, long FirstMalformed = -1);
