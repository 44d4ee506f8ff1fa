using System.Globalization;
using Extractor.Review.Html;
using Extractor.Review.Pages;

namespace Extractor.Review.Charts;

/// <summary>Charts as SVG without script or inline style, so that they print and need no weaker content policy.</summary>
internal static class Chart
{
    private const int LabelLimit = 26;

    /// <summary>Lines over time; each point is a link to its facts.</summary>
    public static void Lines(HtmlWriter html, IReadOnlyList<ChartLine> lines, string title, string unit)
    {
        const int width = 960, height = 300, left = 64, right = 34, top = 16, bottom = 34;
        var points = lines.SelectMany(line => line.Points).ToList();
        var first = points.Min(p => p.Month);
        var last = Math.Max(points.Max(p => p.Month), first + 1);
        var axis = Axis.Over((double)points.Min(p => p.Value), (double)points.Max(p => p.Value), 5);
        html.Write($"<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{title}\">");
        foreach (var tick in axis.Ticks())
        {
            var y = Y(tick);
            html.Write($"<line class=\"rule\" x1=\"{left}\" x2=\"{width - right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"{left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Tick(tick)}</text>");
        }

        html.Write($"<text x=\"{left}\" y=\"10\">{unit}</text>");
        var span = last - first;
        var every = span <= 8 ? 1 : span <= 18 ? 3 : span <= 40 ? 6 : span <= 90 ? 12 : ((span / 8 / 12) + 1) * 12;
        for (var month = first; month <= last; month++)
        {
            if (month % every != 0 && span > 8) continue;
            html.Write($"<line class=\"axis\" x1=\"{X(month):0.#}\" x2=\"{X(month):0.#}\" y1=\"{height - bottom}\" y2=\"{height - bottom + 5}\"/><text x=\"{X(month):0.#}\" y=\"{height - bottom + 19}\" text-anchor=\"middle\">{MonthName(month)}</text>");
        }

        html.Write($"<line class=\"axis\" x1=\"{left}\" x2=\"{width - right}\" y1=\"{height - bottom}\" y2=\"{height - bottom}\"/>");
        for (var i = 0; i < lines.Count; i++)
        {
            var path = new System.Text.StringBuilder();
            foreach (var point in lines[i].Points)
                path.Append(path.Length == 0 ? 'M' : 'L').Append(X(point.Month).ToString("0.#", CultureInfo.InvariantCulture)).Append(' ').Append(Y((double)point.Value).ToString("0.#", CultureInfo.InvariantCulture));
            html.Write($"<path class=\"line line-{i % 4}\" d=\"{path.ToString()}\"/>");
            foreach (var point in lines[i].Points)
                html.Write($"<a href=\"{point.Link}\" aria-label=\"{point.Label}\"><circle class=\"point-{i % 4}\" cx=\"{X(point.Month):0.#}\" cy=\"{Y((double)point.Value):0.#}\" r=\"4.5\"><title>{point.Label}</title></circle></a>");
        }

        html.Write($"</svg><ul class=\"legend\">");
        for (var i = 0; i < lines.Count; i++)
            html.Write($"<li><svg width=\"18\" height=\"10\" aria-hidden=\"true\"><line class=\"line line-{i % 4}\" x1=\"0\" x2=\"18\" y1=\"5\" y2=\"5\"/><circle class=\"point-{i % 4}\" cx=\"9\" cy=\"5\" r=\"4\"/></svg> {lines[i].Name}</li>");
        html.Write($"</ul>");

        double X(int month) => left + ((width - left - right) * (month - first) / (double)(last - first));
        double Y(double value) => top + ((height - top - bottom) * (1 - axis.At(value)));
    }

    /// <summary>Horizontal bars; each is a link to its facts.</summary>
    public static void Bars(HtmlWriter html, IReadOnlyList<ChartBar> bars, string title)
    {
        const int width = 460, row = 22, left = 150, right = 76;
        var longest = Math.Max(bars.Max(bar => bar.Value), double.Epsilon);
        html.Write($"<svg class=\"chart bars\" viewBox=\"0 0 {width} {(bars.Count * row) + 4}\" role=\"group\" aria-label=\"{title}\">");
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            var length = Math.Max(1, (width - left - right) * Math.Max(0, bar.Value) / longest);
            var y = (i * row) + 2;
            html.Write($"<a href=\"{bar.Link}\"><text class=\"label\" x=\"{left - 8}\" y=\"{y + 15}\" text-anchor=\"end\">{Short(bar.Label)}</text>");
            html.Write($"<rect class=\"bar-fill\" x=\"{left}\" y=\"{y + 3}\" width=\"{length:0.#}\" height=\"{row - 7}\" rx=\"2\"/><text x=\"{left + length + 6:0.#}\" y=\"{y + 15}\">{bar.Text}</text></a>");
        }

        html.Write($"</svg>");
    }

    /// <summary>Columns in order; each is a link to its facts.</summary>
    public static void Columns(HtmlWriter html, IReadOnlyList<ChartBar> columns, string title)
    {
        const int width = 960, height = 190, left = 56, right = 34, top = 10, bottom = 30;
        var axis = Axis.Over(0, columns.Max(column => column.Value), 4);
        var step = (width - left - right) / (double)columns.Count;
        html.Write($"<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{title}\">");
        foreach (var tick in axis.Ticks())
        {
            var y = Y(tick);
            html.Write($"<line class=\"rule\" x1=\"{left}\" x2=\"{width - right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"{left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Tick(tick)}</text>");
        }

        var labelled = Math.Max(1, (int)Math.Ceiling(columns.Count / 12.0));
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var x = left + (i * step);
            html.Write($"<a href=\"{column.Link}\" aria-label=\"{column.Label}: {column.Text}\"><rect class=\"bar-fill\" x=\"{x + (step * .12):0.##}\" y=\"{Y(column.Value):0.#}\" width=\"{step * .76:0.##}\" height=\"{Math.Max(0, height - bottom - Y(column.Value)):0.#}\"><title>{column.Label}: {column.Text}</title></rect></a>");
            if ((columns.Count - 1 - i) % labelled == 0) html.Write($"<text x=\"{x + (step / 2):0.#}\" y=\"{height - bottom + 17}\" text-anchor=\"middle\">{column.Label}</text>");
        }

        html.Write($"<line class=\"axis\" x1=\"{left}\" x2=\"{width - right}\" y1=\"{height - bottom}\" y2=\"{height - bottom}\"/></svg>");

        double Y(double value) => top + ((height - top - bottom) * (1 - axis.At(value)));
    }

    private static string Tick(double tick) => Math.Abs(tick) < 1e15 ? FactText.Scaled(Math.Round((decimal)tick, 6)) : tick.ToString("0.#e0", CultureInfo.InvariantCulture);

    private static string MonthName(int month) => $"{month / 12:D4}-{(month % 12) + 1:D2}";

    private static string Short(string label) => label.Length <= LabelLimit ? label : label[..(LabelLimit - 1)] + "…";
}
