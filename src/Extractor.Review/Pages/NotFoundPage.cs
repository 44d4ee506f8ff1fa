using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Pages;

/// <summary>What is not there, and where to go instead.</summary>
internal static class NotFoundPage
{
    public static Task ServeAsync(PageContext page, string message)
    {
        var html = Layout.Begin(page, "Not found", Section.None);
        html.Write($"<h1>Not found</h1><p>{message}</p><p><a href=\"{QueuePage.Home}\">To the queue</a></p>");
        Layout.End(html);
        return page.SendAsync(html, StatusCodes.Status404NotFound);
    }
}
