using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>A mention in the making: lists, ranges and second currencies may still change it.</summary>
internal sealed class NumberDraft
{
    public NumberKind Kind;
    public decimal Value;
    public decimal Step;
    public decimal Mantissa;
    public decimal Scale;
    public int Decimals;
    public string? Unit;
    public bool AmbiguousUnit;

    /// <summary>Whether the currency stands before the number.</summary>
    public bool UnitBefore;

    /// <summary>The name of a currency without its country: dollar for <c>dlrs</c>, krone for <c>kroner</c>.</summary>
    public string? BareName;
    public int Start;
    public int End;
    public int First;
    public int Last;
    public Approx Approx;

    /// <summary>Tokens of the bound; <see cref="ApproxFirst"/> is -1 without one.</summary>
    public int ApproxFirst;
    public int ApproxLast;
    public int Sign;
    public bool IsSpelled;
    public bool IsGrouped;
    public bool IsLabel;
    public bool IsDatePart;
    public bool IsYear;
    public bool IsRange;
    public bool SharesUnit;
    public bool IsSecondCurrency;

    /// <summary>Whether another number of its list follows or comes before.</summary>
    public bool InList;

    /// <summary>First token with the bound wording before the number.</summary>
    public int OuterFirst => ApproxFirst >= 0 && ApproxFirst < First ? ApproxFirst : First;

    /// <summary>Last token with the bound wording after the number.</summary>
    public int OuterLast => Math.Max(Last, ApproxFirst >= 0 ? ApproxLast : Last);

    public bool IsPlain => Kind == NumberKind.Cardinal && !IsLabel && !IsDatePart && !IsYear;

    public void Extend(TokenList tokens, int last)
    {
        Last = last;
        End = tokens[last].End;
    }

    public void SetCurrency(CurrencyForm currency)
    {
        Kind = NumberKind.Money;
        Unit = currency.Unit;
        AmbiguousUnit = currency.Ambiguous;
        BareName = currency.Name;
        MultiplyBy(currency.Factor);
    }

    public void MultiplyBy(decimal scale)
    {
        Value = DigitReader.Times(Value, scale);
        Step = DigitReader.Times(Step, scale);
        Scale = DigitReader.Times(Scale, scale);
    }

    public NumberMention ToMention(TokenList tokens) => new()
    {
        Kind = Kind,
        Value = Sign < 0 ? -Value : Value,
        Unit = Unit,
        Span = new TextSpan(Start, End),
        FirstToken = First,
        LastToken = Last,
        Approx = Approx,
        ApproxSpan = ApproxFirst >= 0 ? tokens.SpanOf(ApproxFirst, ApproxLast) : null,
        Step = Step,
        SharesUnit = SharesUnit,
        IsSecondCurrency = IsSecondCurrency,
        Sign = Sign,
        AmbiguousUnit = AmbiguousUnit,
        IsRange = IsRange,
        IsLabel = IsLabel,
        IsSpelled = IsSpelled,
        IsDatePart = IsDatePart || (IsYear && Kind == NumberKind.Cardinal),
    };
}
