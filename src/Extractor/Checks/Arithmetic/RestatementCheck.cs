using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Exports up by 4%", says the headline; "exports rose by 4.3%", the text.</summary>
/// <remarks>Without a year, figures that disagree may be of different years, so such a check only confirms. A figure and its revision are meant to differ.</remarks>
internal sealed class RestatementCheck : IDocumentCheck
{
    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        foreach (var (key, statements) in figures.Statements)
        {
            if (statements.Count < 2) continue;
            var exact = statements[0];
            foreach (var other in statements)
                if ((other.Printed.Approx, other.Printed.Step).CompareTo((exact.Printed.Approx, exact.Printed.Step)) < 0) exact = other;
            foreach (var other in statements)
            {
                if (ReferenceEquals(other, exact) || (other.Fact!.Modality == Modality.Revised) != (exact.Fact!.Modality == Modality.Revised)) continue;
                var format = exact.Measure is SlotName.Value or SlotName.Change ? Amounts.For(exact, other) : Amounts.Suiting(exact);
                yield return new Equation
                {
                    Kind = CheckKind.Restatement,
                    Left = exact.Written,
                    Reckon = exact.Interval,
                    Stated = other,
                    Format = format,
                    Terms = [exact],
                    Doubt = key.Period.YearIsKnown ? null : "the years are not known",
                }.Judge();
            }
        }
    }
}
