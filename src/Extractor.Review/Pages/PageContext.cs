using Extractor.Review.Html;
using Extractor.Review.Server;
using Extractor.Store;
using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Pages;

/// <summary>One request, as the pages see it.</summary>
internal sealed class PageContext(HttpContext http, ReviewOptions options, PageToken token, Notes notes)
{
    public HttpContext Http { get; } = http;

    public IFactStore Store => options.Store;

    public string Reviewer => options.Reviewer;

    public string DatabaseName => options.Name;

    public TimeProvider Clock => options.Clock;

    public Notes Notes => notes;

    /// <summary>What just happened, when the address says that something did.</summary>
    public string? Note => notes.Find(Query("note"));

    /// <summary>The hidden field that lets a form change something.</summary>
    public HtmlText TokenField => HtmlText.Of($"<input type=\"hidden\" name=\"{PageToken.Field}\" value=\"{token.Value}\">");

    /// <summary>The last decision on record: what a form made now has seen.</summary>
    public long LatestDecision()
    {
        foreach (var decision in Store.Decisions(new DecisionQuery { LatestFirst = true, Limit = 1 })) return decision.Sequence;
        return 0;
    }

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var values) && values.Count > 0 && values[0] is { Length: > 0 } value ? value : null;

    /// <summary>A field of the form that was sent; null where none was.</summary>
    public string? Field(string name) => Http.Request.HasFormContentType && Http.Request.Form.TryGetValue(name, out var values) && values.Count > 0 && values[0] is { Length: > 0 } value ? value : null;

    public long? Number(string name) => long.TryParse(Query(name), out var number) ? number : null;

    public string? Route(string name) => Http.Request.RouteValues.TryGetValue(name, out var value) ? value as string : null;

    public FactFilter Filter() => FactFilter.Read(Http.Request.Query);

    /// <summary>Sends a page.</summary>
    public async Task SendAsync(HtmlWriter html, int status = StatusCodes.Status200OK)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(html.ToString());
        Http.Response.StatusCode = status;
        Http.Response.ContentType = "text/html; charset=utf-8";
        Http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(Http.Request.Method)) await Http.Response.Body.WriteAsync(bytes, Http.RequestAborted);
    }

    /// <summary>After a change: on to another page, by GET, so that reloading it changes nothing.</summary>
    public void SeeOther(Link link)
    {
        Http.Response.StatusCode = StatusCodes.Status303SeeOther;
        Http.Response.Headers.Location = link.Target;
    }
}
