using System.Text;
using Extractor.Ingest.Charsets;

namespace Extractor.Ingest.Mail;

/// <summary>Reads header fields written with encoded words (RFC 2047): <c>=?gb2312?B?1tC5+g==?=</c>.</summary>
internal static class EncodedWords
{
    public static string Decode(string field)
    {
        var text = new StringBuilder();
        var pending = new List<byte>();
        Charset? pendingCharset = null;
        var rest = field.AsSpan();
        while (!rest.IsEmpty)
        {
            var start = rest.IndexOf("=?");
            if (start < 0 || !TryRead(rest[start..], out var charset, out var bytes, out var length))
            {
                var plain = start < 0 ? rest.Length : start + 2;
                Flush();
                text.Append(rest[..plain]);
                rest = rest[plain..];
                continue;
            }

            // White space between two encoded words is no part of the text, and a character may be cut between them.
            var between = rest[..start];
            if (pendingCharset is null || !between.IsWhiteSpace())
            {
                Flush();
                text.Append(between);
            }
            else if (pendingCharset != charset)
            {
                Flush();
            }

            pending.AddRange(bytes);
            pendingCharset = charset;
            rest = rest[(start + length)..];
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            if (pendingCharset is not null) text.Append(pendingCharset.Encoding.GetString([.. pending]));
            pending.Clear();
            pendingCharset = null;
        }
    }

    private static bool TryRead(ReadOnlySpan<char> word, out Charset? charset, out byte[] bytes, out int length)
    {
        charset = null;
        bytes = [];
        length = 0;
        var charsetEnd = word[2..].IndexOf('?');
        if (charsetEnd is < 1 or > 60 || word.Length < charsetEnd + 5 || word[charsetEnd + 4] != '?') return false;
        var label = word.Slice(2, charsetEnd);
        var language = label.IndexOf('*');
        charset = Charset.OfLabel((language < 0 ? label : label[..language]).ToString());
        var content = word[(charsetEnd + 5)..];
        var end = content.IndexOf("?=");
        if (charset is null || end < 0) return false;
        length = charsetEnd + 5 + end + 2;
        var ascii = Encoding.Latin1.GetBytes(content[..end].ToString());
        switch (word[charsetEnd + 3])
        {
            case 'B' or 'b':
                bytes = TransferEncoding.Base64(ascii, 0).Bytes;
                return true;
            case 'Q' or 'q':
                for (var i = 0; i < ascii.Length; i++)
                {
                    if (ascii[i] == '_') ascii[i] = (byte)' ';
                }

                bytes = TransferEncoding.QuotedPrintable(ascii, 0).Bytes;
                return true;
            default:
                return false;
        }
    }
}
