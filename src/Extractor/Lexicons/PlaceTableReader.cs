using System.Collections.Immutable;

namespace Extractor.Lexicons;

/// <summary>Gathers the lines of place tables and checks them against each other.</summary>
internal sealed class PlaceTableReader
{
    private static readonly Dictionary<string, FormKind> Kinds = new(StringComparer.Ordinal)
    {
        ["country"] = new(PlaceKind.Country, PlaceUse.Name),
        ["historical"] = new(PlaceKind.Historical, PlaceUse.Name),
        ["group"] = new(PlaceKind.Group, PlaceUse.Name),
        ["region"] = new(PlaceKind.Region, PlaceUse.Name),
        ["area"] = new(PlaceKind.Area, PlaceUse.Name),
        ["city"] = new(PlaceKind.City, PlaceUse.Name),
        ["capital"] = new(PlaceKind.City, PlaceUse.Name, IsSeat: true),
        ["region-capital"] = new(PlaceKind.Region, PlaceUse.Name, IsSeat: true),
        ["adjective"] = new(null, PlaceUse.Adjective),
        ["people"] = new(null, PlaceUse.People),
        ["not"] = new(null, PlaceUse.None),
        ["lead"] = new(null, PlaceUse.None, Neighbour: PlaceNeighbour.Lead),
        ["tail"] = new(null, PlaceUse.None, Neighbour: PlaceNeighbour.Tail),
        ["not-before"] = new(null, PlaceUse.None, Neighbour: PlaceNeighbour.NotBefore),
        ["adjective-not-before"] = new(null, PlaceUse.None, Neighbour: PlaceNeighbour.AdjectiveNotBefore),
        ["not-after"] = new(null, PlaceUse.None, Neighbour: PlaceNeighbour.NotAfter),
    };

    private static readonly Dictionary<string, PlaceFlags> FlagNames = new(StringComparer.Ordinal)
    {
        ["case"] = PlaceFlags.Case,
        ["ambiguous"] = PlaceFlags.Ambiguous,
        ["main"] = PlaceFlags.Main,
        ["name"] = PlaceFlags.Name,
        ["weak"] = PlaceFlags.Weak,
        ["hyphen"] = PlaceFlags.Hyphen,
        ["the"] = PlaceFlags.The,
    };

    private readonly Dictionary<string, Place> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> byForm = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, PlaceNeighbour> neighbours = new(StringComparer.Ordinal);

    public void Read(TsvTable table)
    {
        table.CheckColumns(["form", "kind"], ["code", "name", "parent", "flags", "note"]);

        // Adjectives may stand above the line that names their place.
        foreach (var row in table.Rows) ReadPlace(row);
        foreach (var row in table.Rows) ReadForm(row);
    }

    public PlaceLexicon ToLexicon()
    {
        var trie = new PlaceTrie();
        var forms = ImmutableArray.CreateBuilder<PlaceForm>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.Overridden) continue;
            if (entry.Form.Place?.Parent is { } parent && !byPath.ContainsKey(parent))
                throw entry.Row.Error("parent", $"'{parent}' is not known; expected the code of a country, or CODE/Region as in CN/Zhejiang.");
            forms.Add(entry.Form);
            trie.Add(entry.Form);
        }

        return new PlaceLexicon(forms.ToImmutable(), trie, byCode, neighbours);
    }

    private void ReadPlace(TsvRow row)
    {
        var kind = row.Choice("kind", Kinds);
        if (kind.Place is not { } placeKind) return;
        var place = MakePlace(row, kind, placeKind);
        if (place.Code is { } code)
        {
            if (!byCode.TryAdd(code, place) && byCode[code] != place && place.Kind is not PlaceKind.Historical)
            {
                // West Germany trades under DE as well; apart from such, one code is one place.
                if (byCode[code].Kind is not PlaceKind.Historical)
                    throw row.Error("name", $"'{place.Name}' has the code of {byCode[code].Name}; expected one name for {code}.");
                byCode[code] = place;
            }
        }

        if (place.Path is { } path) byPath.TryAdd(path, place);
    }

    private void ReadForm(TsvRow row)
    {
        var text = row.Required("form");
        var kind = row.Choice("kind", Kinds);
        var flags = row.Choices("flags", FlagNames).Aggregate(PlaceFlags.None, (all, flag) => all | flag);
        if (kind.Neighbour != PlaceNeighbour.None)
        {
            neighbours[text] = neighbours.GetValueOrDefault(text) | kind.Neighbour;
            return;
        }

        var place = kind.Place is { } placeKind ? MakePlace(row, kind, placeKind)
            : kind.Use is PlaceUse.None ? null
            : Referred(row);
        if (place is not null)
        {
            // One object for one place, however many forms it has.
            place = place.Path is { } path && byPath.TryGetValue(path, out var known) && known == place ? known
                : place.Code is { } code && byCode.TryGetValue(code, out known) && known == place ? known
                : place;
        }

        Add(new Entry(new PlaceForm(text, place, kind.Use, flags), row));
    }

    private void Add(Entry entry)
    {
        // Texts are matched whatever their case, so forms that differ in case alone are rivals too.
        var key = entry.Form.Has(PlaceFlags.Case) ? entry.Form.Text : entry.Form.Text.ToLowerInvariant();
        if (!byForm.TryGetValue(key, out var rivals)) byForm.Add(key, rivals = []);

        foreach (var rival in rivals)
        {
            if (rival.Overridden) continue;
            var together = rival.Form.Has(PlaceFlags.Ambiguous) && entry.Form.Has(PlaceFlags.Ambiguous) && rival.Form.Place != entry.Form.Place;
            if (together) continue;
            if (rival.Row.Table == entry.Row.Table)
            {
                throw entry.Row.Error("form", rival.Form.Place == entry.Form.Place
                    ? $"'{entry.Form.Text}' stands in line {rival.Row.Line} already; expected once."
                    : $"'{entry.Form.Text}' means {Describe(rival.Form)} in line {rival.Row.Line}; expected the flag 'ambiguous' on both.");
            }

            rival.Overridden = true;
        }

        rivals.Add(entry);
        entries.Add(entry);
    }

    private static string Describe(PlaceForm form) => form.Place is { } place ? $"{place.Name} ({place.Path ?? place.Code})" : "no place";

    private static Place MakePlace(TsvRow row, FormKind kind, PlaceKind placeKind)
    {
        var name = row["name"] is { Length: > 0 } given ? given : row.Required("form");
        if (placeKind is PlaceKind.Country or PlaceKind.Historical or PlaceKind.Group)
        {
            if (row["parent"].Length > 0) throw row.Error("parent", "nothing is expected here for a country or group.");
            var code = row.Required("code");
            if (placeKind is not PlaceKind.Group && !(code.Length == 2 && code.All(char.IsAsciiLetterUpper)))
                throw row.Error("code", $"'{code}' is no country code; expected two capital letters (ISO 3166 alpha-2).");
            if (!code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
                throw row.Error("code", $"'{code}' is no code; expected capital letters, digits and hyphens.");
            return new Place(placeKind, code, name);
        }

        if (row["code"].Length > 0) throw row.Error("code", "nothing is expected here for a part of a country.");
        return new Place(placeKind, null, name, row.Required("parent"), kind.IsSeat);
    }

    private Place Referred(TsvRow row)
    {
        if (row["code"] is { Length: > 0 } code)
        {
            if (!byCode.TryGetValue(code, out var place)) throw row.Error("code", $"'{code}' is not known; expected the code of a country or group.");
            if (row["name"] is not { Length: > 0 } name || name == place.Name) return place;

            // The Soviet Union's and Russia's are different codes, but West Germany's is Germany's.
            return new Place(PlaceKind.Historical, code, name);
        }

        var path = $"{row.Required("parent")}/{row.Required("name")}";
        return byPath.TryGetValue(path, out var part) ? part
            : throw row.Error("name", $"'{path}' is not known; expected the name and parent of a region or city in this or an earlier list.");
    }

    private sealed record FormKind(PlaceKind? Place, PlaceUse Use, bool IsSeat = false, PlaceNeighbour Neighbour = PlaceNeighbour.None);

    private sealed class Entry(PlaceForm form, TsvRow row)
    {
        public PlaceForm Form { get; } = form;

        public TsvRow Row { get; } = row;

        public bool Overridden { get; set; }
    }
}
