using System.Net;
using Extractor.Review.Decisions;
using Extractor.Review.Pages;
using Extractor.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Extractor.Review.Server;

/// <summary>Serves the review pages on 127.0.0.1 to the one who started it.</summary>
public sealed class ReviewServer : IAsyncDisposable
{
    private const long LongestForm = 256 * 1024;

    private readonly WebApplication application;

    private ReviewServer(WebApplication application, Uri address)
    {
        this.application = application;
        Address = address;
    }

    /// <summary>Where the pages are.</summary>
    public Uri Address { get; }

    /// <summary>The address of the queue of pending facts.</summary>
    public Uri Start => new(Address, QueuePage.Home.Target);

    /// <summary>Starts the server; it answers when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ReviewServer> StartAsync(ReviewOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Extractor.Review" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestForm;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();
        var web = builder.Build();
        var token = PageToken.Create();
        var notes = new Notes();
        RequestGuard? guard = null;

        // The port is known only once the server listens; until then nothing is served.
        web.Use(next => context => guard is null ? Task.CompletedTask : guard.InvokeAsync(context, next));
        web.Use(next => context => AnswerAsync(context, next, options));
        web.UseRouting();
        MapPages(web, http => new PageContext(http, options, token, notes));
        await web.StartAsync(cancellation);
        var address = new LocalAddress(new Uri(web.Urls.First()).Port);
        guard = new RequestGuard(address, token);
        return new ReviewServer(web, address.Uri);
    }

    /// <summary>Completes when the server is stopped or <paramref name="cancellation"/> asks for it.</summary>
    public async Task WaitAsync(CancellationToken cancellation = default)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stopping = application.Lifetime.ApplicationStopping.Register(stopped.SetResult).ConfigureAwait(false);
        await using var cancelled = cancellation.Register(() => application.Lifetime.StopApplication()).ConfigureAwait(false);
        await stopped.Task;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static void MapPages(IEndpointRouteBuilder routes, Func<HttpContext, PageContext> page)
    {
        Get("/", QueuePage.ServeAsync);
        Get("/fact/{id}", FactDetailPage.ServeAsync);
        Get("/documents", DocumentsPage.ServeAsync);
        Get("/documents/{id}", LedgerPage.ServeAsync);
        Get("/documents/{id}/source", SourcePage.ServeAsync);
        Get("/add", AddPage.ServeAsync);
        Get("/accept-all", AcceptAllPage.ServeAsync);
        Get("/overview", OverviewPage.ServeAsync);
        Get("/changes", ChangesPage.ServeAsync);
        Get("/complete", Completion.ServeAsync);
        Post("/decide", Decide.OneAsync);
        Post("/correct", Decide.CorrectAsync);
        Post("/add", Decide.AddAsync);
        Post("/accept-all", Decide.AcceptAllAsync);
        foreach (var asset in (Asset[])[Asset.Styles, Asset.Script, Asset.Icon]) routes.MapMethods(asset.Path, ["GET", "HEAD"], asset.ServeAsync);
        routes.MapFallback(context => NotFoundPage.ServeAsync(page(context), "There is no such page."));

        void Get(string path, Func<PageContext, Task> serve) => routes.MapMethods(path, ["GET", "HEAD"], context => serve(page(context)));
        void Post(string path, Func<PageContext, Task> serve) => routes.MapMethods(path, ["POST"], context => serve(page(context)));
    }

    /// <summary>What goes wrong in answering is told to the reviewer and to the terminal; the server goes on.</summary>
    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, ReviewOptions options)
    {
        try
        {
            await next(context);
        }
        catch (Exception trouble) when (!context.RequestAborted.IsCancellationRequested)
        {
            options.Report?.Invoke($"{context.Request.Method} {context.Request.Path}: {trouble.Message}");
            if (context.Response.HasStarted) throw;
            context.Response.StatusCode = trouble is StoreBusyException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain; charset=utf-8";
            var told = trouble is StoreException ? trouble.Message : $"This page cannot be shown: {trouble.GetType().Name}. The terminal has more.";
            await context.Response.WriteAsync(told + "\n", context.RequestAborted);
        }
    }
}
