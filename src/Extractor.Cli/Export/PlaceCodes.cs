using Extractor.Lexicons;

namespace Extractor.Cli.Export;

/// <summary>The partner code of a region's name: <c>CN</c> for China, <c>EU</c> for the European Union.</summary>
internal static class PlaceCodes
{
    /// <summary>The code of the one country or group that is called so; null when none is, or several are.</summary>
    public static string? Of(string region)
    {
        string? code = null;
        foreach (var form in PlaceLexicon.BuiltIn.Find(region))
        {
            if (form.Place is not { Code: { } found } || found == code) continue;
            if (code is not null) return null;
            code = found;
        }

        return code;
    }
}
