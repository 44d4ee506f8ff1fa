namespace Extractor.Review.Server;

/// <summary>The names under which this server may be asked for. Anything else is a rebound DNS name or a foreign page.</summary>
internal sealed class LocalAddress(int port)
{
    /// <summary>The port listened on.</summary>
    public int Port { get; } = port;

    /// <summary>What is printed and opened.</summary>
    public Uri Uri { get; } = new($"http://127.0.0.1:{port}/");

    /// <summary>Whether a Host header names this server.</summary>
    public bool IsHost(string? host) =>
        host is not null && (IsName(host, "127.0.0.1") || IsName(host, "localhost"));

    /// <summary>Whether an Origin header names a page of this server.</summary>
    public bool IsOrigin(string? origin) =>
        origin is not null && origin.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && IsHost(origin["http://".Length..]);

    private bool IsName(string host, string name) =>
        host.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (host.AsSpan(name.Length) is var rest)
        && (rest.SequenceEqual($":{Port}") || (rest.IsEmpty && Port == 80));
}
