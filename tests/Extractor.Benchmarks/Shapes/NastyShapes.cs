using System.Text;

namespace Extractor.Benchmarks.Shapes;

/// <summary>Inputs made to be slow: whatever a reader does once too often per word, mark or tag shows in one of them.</summary>
internal static class NastyShapes
{
    /// <summary>Plain texts by name, each of about so many characters.</summary>
    public static IReadOnlyList<(string Name, Func<int, string> Make)> Texts { get; } =
    [
        ("one endless sentence", size => Repeat("exports rose by 5.2% to 4.3 billion yuan in May and imports fell, while ", size, "Last year ")),
        ("sentence without a verb", size => Repeat("the value of the export of goods of the region of ", size)),
        ("only words", size => Repeat("exports ", size)),
        ("only unknown words", size => Repeat("blorp ", size, "China's exports rose 5% with ")),
        ("only numbers", size => Repeat("5.2 ", size, "Exports rose ")),
        ("only percentages", size => Repeat("5.2% ", size, "Exports rose ")),
        ("only amounts", size => Repeat("$5.2 billion ", size, "Exports rose ")),
        ("only commas", size => Repeat(",", size, "Exports")),
        ("only full stops", size => Repeat(". ", size, "Exports rose 5%")),
        ("list respectively", Respectively),
        ("list of percentages", size => Repeat("5.2%, ", size, "China's exports grew by ", " and 3.1% respectively.")),
        ("list of amounts", size => Repeat("1.2, ", size, "China's exports were ", " and 3.1 billion yuan.")),
        ("list of goods", size => Repeat("steel products, ", size, "China's exports of ", " and toys rose 5%.")),
        ("only place names", size => Repeat("China Vietnam Brazil ", size, "Exports rose 5% in ")),
        ("list of place names", size => Repeat("Vietnam, Brazil, ", size, "China's exports to ", " and Peru rose 5%.")),
        ("only month names", size => Repeat("May June July ", size, "Exports rose 5% in ")),
        ("list of months", size => Repeat("January, February, ", size, "Exports rose 5% in ", " and May 2024.")),
        ("only years", size => Repeat("2021 2022 2023 ", size, "Exports rose 5% in ")),
        ("only dates", size => Repeat("12 May 2021, ", size, "Exports rose 5% on ")),
        ("number words", size => Repeat("twenty-five hundred million and ", size, "Exports rose ")),
        ("digits", size => Repeat("7", size, "Exports rose ")),
        ("grouped digits", size => Repeat("7,000,", size, "Exports rose ")),
        ("nested quotes", size => Nested("\u201c", "\u201d", size)),
        ("nested brackets", size => Nested("(", ")", size)),
        ("open brackets", size => Repeat("(", size, "Exports rose 5% ")),
        ("brackets with figures", size => Repeat("steel (+5.2%), ", size, "China's exports were led by ")),
        ("one giant word", size => Repeat("export", size, "Exports rose 5% to ")),
        ("one giant capital word", size => Repeat("A", size, "Exports rose 5% to ")),
        ("initials", size => Repeat("U.S.", size, "Exports rose 5% to ")),
        ("hyphens", size => Repeat("export-", size, "Exports rose 5% to ")),
        ("apostrophes", size => Repeat("'s", size, "Exports rose 5% to China")),
        ("line breaks", size => Repeat("\n", size, "Exports rose 5%.")),
        ("one word a line", size => Repeat("exports\n", size, "China's exports rose 5%.\n")),
        ("ampersands", size => Repeat("&", size, "Exports rose 5% ")),
        ("ofs", size => Repeat("of ", size, "China's exports rose 5%, and ")),
        ("whiles", size => Repeat("while exports rose, ", size)),
        ("flows in a row", size => Repeat("exports and imports and ", size, "China's ", " rose 5%.")),
        ("anaphors", size => Repeat("They rose 5%. ", size, "China's exports rose 5% in May 2024. ")),
        ("facts", size => Repeat("China's exports rose 5.2% year on year to 1.2 trillion yuan in May 2024. ", size)),
    ];

    /// <summary>Web pages by name, each of about so many characters.</summary>
    public static IReadOnlyList<(string Name, Func<int, string> Make)> Pages { get; } =
    [
        ("deep nest", size => Page(Nested("<div>", "</div>", size))),
        ("deep nest, never closed", size => Page(Repeat("<div>", size))),
        ("unclosed formatting", size => Page(Repeat("<b><i>x", size))),
        ("unclosed paragraphs", size => Page(Repeat("<p>Exports rose 5%.", size))),
        ("unclosed links", size => Page(Repeat("<a href=x>y", size))),
        ("wrongly nested", size => Page(Repeat("<b><p>x</b></p>", size))),
        ("end tags only", size => Page(Repeat("</div></p>", size))),
        ("table of rows", size => Page(Repeat("<tr><td>1</td><td>2</td></tr>", size, "<table>", "</table>"))),
        ("table of one row", size => Page(Repeat("<td>1</td>", size, "<table><tr>", "</tr></table>"))),
        ("nested tables", size => Page(Repeat("<table><tr><td>", size))),
        ("text in a table", size => Page(Repeat("x<b>y", size, "<table>"))),
        ("attributes", size => Page(Repeat("a=1 ", size, "<div ", ">x</div>"))),
        ("different attributes", size => Page(Counted("a{0}=1 ", size, "<div ", ">x</div>"))),
        ("entities", size => Page(Repeat("&amp;", size))),
        ("broken entities", size => Page(Repeat("&", size))),
        ("comments", size => Page(Repeat("<!-- x -->", size))),
        ("one comment", size => Page(Repeat("- ", size, "<!--"))),
        ("angle brackets", size => Page(Repeat("<", size))),
        ("one script", size => Page(Repeat("a<b;", size, "<script>", "</script>"))),
        ("many scripts", size => Page(Repeat("<script>1</script>", size))),
        ("links", size => Page(Repeat("<a href='/x'>Exports rose</a> ", size))),
        ("list items", size => Page(Repeat("<li>Exports rose 5%", size, "<ul>"))),
        ("classes", size => Page(Counted("<div class='c{0}'>Exports rose.</div>", size))),
        ("short paragraphs", size => Page(Repeat("<p>Exports rose 5.2% to 4.3 billion.</p>", size))),
        ("breaks", size => Page(Repeat("x<br>", size))),
        ("headings", size => Page(Repeat("<h1>Exports rose</h1>", size))),
        ("dates", size => Page(Repeat("<span>12 May 2024</span>", size))),
        ("metas", size => Repeat("<meta property='article:published_time' content='2024-05-12'>", size, "<html><head>", "</head><body><p>Exports rose.</p></body></html>")),
        ("json-ld", size => Repeat("[", size, "<html><head><script type='application/ld+json'>", "</script></head><body><p>Exports rose.</p></body></html>")),
        ("select options", size => Page(Repeat("<option>x", size, "<select>"))),
        ("one text", size => Page(Repeat("Exports rose 5% to 4.3 billion yuan. ", size, "<p>"))),
    ];

    private static string Repeat(string part, int size, string start = "", string end = "")
    {
        var text = new StringBuilder(size + start.Length + end.Length).Append(start);
        while (text.Length + end.Length < size) text.Append(part);
        return text.Append(end).ToString();
    }

    private static string Counted(string part, int size, string start = "", string end = "")
    {
        var text = new StringBuilder(start, size + 100);
        for (var i = 0; text.Length < size; i++) text.AppendFormat(part, i);
        return text.Append(end).ToString();
    }

    private static string Nested(string open, string close, int size)
    {
        var depth = size / (open.Length + close.Length);
        return Repeat(open, depth * open.Length) + "Exports rose 5%." + Repeat(close, depth * close.Length);
    }

    private static string Page(string body) => $"<html><head><title>Exports rose</title></head><body><article>{body}</article></body></html>";

    /// <summary>"... Vietnam, Brazil and Peru rose 5.2%, 3.1% and 1.0% respectively": half names, half figures.</summary>
    private static string Respectively(int size)
    {
        string[] names = ["Vietnam", "Brazil", "Peru", "Chile", "Japan", "India", "Egypt", "Kenya"];
        var members = size / 16;
        var text = new StringBuilder(size + 200).Append("China's exports to ");
        for (var i = 0; i < members; i++) text.Append(names[i % names.Length]).Append(i + 1 == members ? " " : i + 2 == members ? " and " : ", ");
        text.Append("rose ");
        for (var i = 0; i < members; i++) text.Append("5.2%").Append(i + 1 == members ? " " : i + 2 == members ? " and " : ", ");
        return text.Append("respectively in May 2024.").ToString();
    }
}
