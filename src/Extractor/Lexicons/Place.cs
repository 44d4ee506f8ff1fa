namespace Extractor.Lexicons;

/// <summary>What sort of place a place is.</summary>
public enum PlaceKind : byte
{
    /// <summary>A country or another territory with an ISO 3166 code.</summary>
    Country,

    /// <summary>A country that is no more: <c>West Germany</c>, <c>Soviet Union</c>.</summary>
    Historical,

    /// <summary>Several countries under one name: a bloc, a continent, <c>Belt and Road</c>.</summary>
    Group,

    /// <summary>A first-level part of a country: province, state, prefecture, Land.</summary>
    Region,

    /// <summary>A named area that is no unit of government: <c>Yangtze River Delta</c>, <c>Central China</c>.</summary>
    Area,

    /// <summary>A city, prefecture or county below the first level.</summary>
    City,
}

/// <summary>One place that can trade, or be traded with.</summary>
/// <param name="Kind">What sort of place it is.</param>
/// <param name="Code">ISO 3166 alpha-2 code of a country, code of a group (<c>EU</c>, <c>BRI</c>); null for parts of a country.</param>
/// <param name="Name">Its common English short name, as the region of a fact is written.</param>
/// <param name="Parent">For a part of a country what it lies in: <c>CN</c>, or <c>CN/Zhejiang</c>; else null.</param>
/// <param name="IsSeat">Whether its name also stands for the government of its country (<c>Beijing</c>, <c>Washington</c>).</param>
public sealed record Place(PlaceKind Kind, string? Code, string Name, string? Parent = null, bool IsSeat = false)
{
    /// <summary>Code of the country: its own, or that of the country it lies in; null for a group.</summary>
    public string? Country => Kind is PlaceKind.Group ? null : Parent is null ? Code : Parent.Split('/')[0];

    /// <summary>Whether it is a part of a country.</summary>
    public bool IsSubnational => Kind is PlaceKind.Region or PlaceKind.Area or PlaceKind.City;

    /// <summary>What the parts that lie in it have as their <see cref="Parent"/>: <c>CN</c>, <c>CN/Zhejiang</c>; null for a group.</summary>
    public string? Path => Kind is PlaceKind.Group ? null : Parent is null ? Code : $"{Parent}/{Name}";
}
