using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Extractor.Review.Server;
using Extractor.Store;

namespace Extractor.Review.Tests;

/// <summary>What a foreign page, a rebound name or a hostile article may not do.</summary>
public sealed partial class SecurityTests : IAsyncLifetime, IDisposable
{
    private readonly TestDatabase database = new(TestArticles.Harbour(), TestArticles.Hostile());
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private ReviewServer server = null!;
    private string origin = "";
    private string token = "";

    private StoredFact First => database.Store.AllFacts(FactQuery.All).First();

    public async Task InitializeAsync()
    {
        server = await database.ServeAsync();
        origin = server.Address.GetLeftPart(UriPartial.Authority);
        client.BaseAddress = server.Address;
        token = Token().Match(await client.GetStringAsync(new Uri("/", UriKind.Relative))).Groups["token"].Value;
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose()
    {
        client.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task A_change_from_our_own_page_is_made()
    {
        using var answer = await PostAsync("/decide", Decision());
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Single(database.Store.Decisions(new DecisionQuery()));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("https://127.0.0.1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1.evil.example")]
    public async Task A_change_from_a_foreign_page_is_refused(string foreign)
    {
        using var answer = await PostAsync("/decide", Decision(), foreign);
        await AssertRefusedAsync(answer);
    }

    [Fact]
    public async Task A_change_without_a_word_of_its_origin_is_refused()
    {
        using var answer = await PostAsync("/decide", Decision(), null);
        await AssertRefusedAsync(answer);
    }

    [Fact]
    public async Task A_browser_that_says_cross_site_is_refused_whatever_the_origin()
    {
        using var request = Post("/decide", Decision(), origin);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await client.SendAsync(request);
        await AssertRefusedAsync(answer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_change_without_this_processs_token_is_refused(string? wrong)
    {
        var form = Decision();
        form.Remove("token");
        if (wrong is not null) form["token"] = wrong;
        foreach (var path in (string[])["/decide", "/correct", "/add", "/accept-all"])
        {
            using var answer = await PostAsync(path, form);
            await AssertRefusedAsync(answer);
        }
    }

    [Fact]
    public async Task The_token_is_another_in_another_process()
    {
        await using var other = await database.ServeAsync();
        using var otherClient = new HttpClient();
        var page = await otherClient.GetStringAsync(other.Address);
        Assert.Equal(64, token.Length);
        Assert.NotEqual(token, Token().Match(page).Groups["token"].Value);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]")]
    public async Task A_rebound_name_sees_and_changes_nothing(string host)
    {
        using var get = new HttpRequestMessage(HttpMethod.Get, "/");
        get.Headers.Host = host;
        using var seen = await client.SendAsync(get);
        Assert.Equal(HttpStatusCode.Forbidden, seen.StatusCode);
        Assert.DoesNotContain("Norhaven", await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var post = Post("/decide", Decision(), "http://" + host);
        post.Headers.Host = host;
        using var changed = await client.SendAsync(post);
        await AssertRefusedAsync(changed);
    }

    [Fact]
    public async Task Localhost_with_the_port_is_us_too()
    {
        using var get = new HttpRequestMessage(HttpMethod.Get, "/");
        get.Headers.Host = $"localhost:{server.Address.Port}";
        using var answer = await client.SendAsync(get);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Only_loopback_listens()
    {
        var outside = Dns.GetHostAddresses(Dns.GetHostName()).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.Equal("127.0.0.1", server.Address.Host);
        if (outside is null) return;
        using var socket = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => socket.ConnectAsync(outside, server.Address.Port));
    }

    [Fact]
    public async Task A_get_changes_nothing()
    {
        foreach (var path in (string[])["/decide", "/correct", "/add", "/accept-all"])
        {
            using var answer = await client.GetAsync(new Uri($"{path}?fact={First.Fact.Id}&kind=accept&token={token}", UriKind.Relative));
            Assert.NotEqual(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Empty(database.Store.Decisions(new DecisionQuery()));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Other_methods_are_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/decide");
        request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request);
        Assert.True((int)answer.StatusCode is 403 or 405, answer.StatusCode.ToString());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("application/json", "{\"fact\":\"x\"}")]
    [InlineData("text/plain", "token=x")]
    public async Task Only_forms_are_read(string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/decide") { Content = new StringContent(body, System.Text.Encoding.UTF8, type) };
        request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request);
        await AssertRefusedAsync(answer);
    }

    [Fact]
    public async Task A_form_without_end_is_cut_off()
    {
        var form = Decision();
        form["reason"] = new string('x', 2_000_000);
        try
        {
            using var answer = await PostAsync("/decide", form);
            Assert.NotEqual(HttpStatusCode.SeeOther, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The connection was closed on us: as good.
        }

        Assert.Empty(database.Store.Decisions(new DecisionQuery()));
    }

    [Fact]
    public async Task Every_page_has_the_strict_policy()
    {
        var fact = First;
        foreach (var path in BrowserTests.Paths(fact).Concat(["/no-such-page", "/fact/none", "/complete?field=region"]))
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            var page = await answer.Content.ReadAsStringAsync();

            // With the values of attributes taken out, what is left of a tag are the names of its attributes.
            var bare = Regex.Replace(page, "\"[^\"]*\"", "\"\"", RegexOptions.None, TimeSpan.FromSeconds(5));
            Assert.DoesNotMatch("(?i)<[a-z][^>]*\\s(style|on[a-z]+)=", bare);
            Assert.DoesNotMatch("(?i)<script>", bare);
        }
    }

    [Fact]
    public async Task Texts_titles_addresses_names_and_comments_are_inert_wherever_they_are_shown()
    {
        var hostile = database.Store.AllFacts(FactQuery.All).Single(f => f.Fact.Growth == 7);
        database.Store.Decide(new NewDecision { Kind = DecisionKind.Comment, FactId = hostile.Fact.Id, Reason = "<script>alert('comment')</script>", Reviewer = "<script>alert('reviewer')</script>", At = DateTimeOffset.UtcNow });
        foreach (var path in BrowserTests.Paths(hostile))
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg onload", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>x", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?i)(href|src|action)=\"\\s*(javascript|data|vbscript):", page);
        }

        Assert.Contains("&lt;script&gt;alert(&#39;comment&#39;)", await client.GetStringAsync(new Uri("/fact/" + hostile.Fact.Id, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/../../etc/passwd")]
    [InlineData("/assets/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/documents/..%2f..%2fetc%2fpasswd")]
    [InlineData("/documents/..%2f..%2fetc%2fpasswd/source")]
    [InlineData("/documents/%2fetc%2fpasswd/source")]
    [InlineData("/fact/..%2f..%2fetc%2fpasswd")]
    [InlineData("/facts.db")]
    [InlineData("/documents/1%00/source")]
    public async Task No_path_leads_to_a_file(string path)
    {
        // Sent as it stands: HttpClient would tidy the path up first.
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.Address.Port}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        Assert.Matches("^HTTP/1.1 (400|404)", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_redirect_after_a_decision_stays_here()
    {
        foreach (var elsewhere in (string[])["//evil.example", "https://evil.example", "../../x", "\r\nSet-Cookie: a=b"])
        {
            var form = Decision();
            form["next"] = elsewhere;
            form["filter"] = "?text=" + elsewhere;
            form["kind"] = "comment";
            form["reason"] = "x";
            form["from"] = "queue";
            using var answer = await PostAsync("/decide", form);
            var location = answer.Headers.Location!.OriginalString;
            Assert.StartsWith("/?", location, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task A_note_comes_from_the_server_never_from_the_address()
    {
        var page = await client.GetStringAsync(new Uri("/?note=You%20won", UriKind.Relative));
        Assert.DoesNotContain("You won", page, StringComparison.Ordinal);
        Assert.DoesNotContain("You%20won", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewers_at_once_lose_no_decision()
    {
        var ids = database.Store.AllFacts(FactQuery.All).Select(f => f.Fact.Id).ToList();
        await using var other = await database.ServeAsync("ben");
        using var otherClient = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = other.Address };
        var otherToken = Token().Match(await otherClient.GetStringAsync(other.Address)).Groups["token"].Value;
        var answers = await Task.WhenAll(ids.SelectMany(id => Enumerable.Range(0, 4).SelectMany(_ => new[]
        {
            StatusAsync(client, Post("/decide", Decision(id), origin)),
            StatusAsync(otherClient, Post("/decide", Decision(id, otherToken), other.Address.GetLeftPart(UriPartial.Authority))),
        })));
        var stored = database.Store.Decisions(new DecisionQuery()).ToList();

        // Each was stored or shown as a conflict, and of each fact exactly one came first.
        Assert.All(answers, status => Assert.True(status is HttpStatusCode.SeeOther or HttpStatusCode.Conflict, status.ToString()));
        Assert.Equal(answers.Count(status => status == HttpStatusCode.SeeOther), stored.Count);
        Assert.Equal(ids.Count, stored.Count);
        Assert.Equal(stored.Count, stored.Select(decision => decision.Sequence).Distinct().Count());
    }

    [GeneratedRegex("name=\"token\" value=\"(?<token>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private Dictionary<string, string> Decision(string? fact = null, string? otherToken = null) => new()
    {
        ["token"] = otherToken ?? token,
        ["fact"] = fact ?? First.Fact.Id,
        ["kind"] = "accept",
        ["seen"] = "0",
        ["from"] = "queue",
    };

    private Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form) => PostAsync(path, form, origin);

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form, string? from)
    {
        using var request = Post(path, form, from);
        return await client.SendAsync(request);
    }

    private static HttpRequestMessage Post(string path, Dictionary<string, string> form, string? from)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        if (from is not null) request.Headers.TryAddWithoutValidation("Origin", from);
        return request;
    }

    private async Task AssertRefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("Refused:", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(database.Store.Decisions(new DecisionQuery()));
    }
}
