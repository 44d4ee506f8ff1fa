using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>Counts for the overview.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Duplicates">How many of them repeat another.</param>
/// <param name="Facts">How many facts, by state.</param>
/// <param name="Failures">How many failures stand.</param>
/// <param name="Numbers">How many numbers the documents have.</param>
/// <param name="Unresolved">How many of them are unresolved.</param>
/// <param name="ByRegion">Facts by region, most first.</param>
/// <param name="ByFlow">Facts by flow.</param>
/// <param name="ByMonth">Facts by the last month of their period, in order; an unknown year is <c>XXXX-MM</c>.</param>
/// <param name="Cells">Facts by region, flow and month: the overview's table.</param>
public sealed record StoreOverview(
    int Documents,
    int Duplicates,
    FactCounts Facts,
    int Failures,
    long Numbers,
    long Unresolved,
    ImmutableArray<ValueCount> ByRegion,
    ImmutableArray<ValueCount> ByFlow,
    ImmutableArray<ValueCount> ByMonth,
    ImmutableArray<OverviewCell> Cells);

/// <summary>How many facts one region, flow and month have.</summary>
/// <param name="Region">Who trades.</param>
/// <param name="Flow">Which direction.</param>
/// <param name="Month">The last month of the period, <c>YYYY-MM</c>.</param>
/// <param name="Count">How many facts.</param>
public sealed record OverviewCell(string Region, Flow Flow, string Month, long Count);
