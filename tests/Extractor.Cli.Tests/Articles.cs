using System.Globalization;

namespace Extractor.Cli.Tests;

/// <summary>Plain articles made for these tests: what they say is easy to read, so that tests of the command do not test extraction.</summary>
internal static class Articles
{
    private static readonly string[] Regions = ["China", "Vietnam", "Brazil", "Germany", "Japan", "Mexico", "India", "Canada"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public const string China = "China's exports rose 5.2 percent year on year to 1.2 trillion yuan in May 2024.\nImports fell 1.3 percent to 0.9 trillion yuan.\n";

    public const string Vietnam = "Vietnam's exports reached 35.5 billion U.S. dollars in January 2024, up 42 percent year on year.\n";

    public const string NoTrade = "The library opens at noon. Bring a book.\n";

    /// <summary>The article with this number; each is different.</summary>
    public static string Number(int number)
    {
        var region = Regions[number % Regions.Length];
        var month = Months[number % Months.Length];
        var year = 2010 + (number / 96 % 14);
        var growth = ((number % 90) + 1) / 10m;
        var value = 100 + number;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{region}'s exports rose {growth} percent year on year to {value}.5 billion U.S. dollars in {month} {year}.\nIts imports fell {growth + 1} percent to {value - 20}.1 billion U.S. dollars.\n");
    }

    public static void WriteMany(TemporaryFolder folder, string under, int count)
    {
        for (var i = 0; i < count; i++) folder.Write($"{under}/{i % 10}/article-{i:D4}.txt", Number(i));
    }
}
