using System.Globalization;
using Extractor.Facts;
using Extractor.Mentions.Numbers;

namespace Extractor.Tests.Mentions.Numbers;

/// <summary>Amounts as newspapers of many countries print them: each line a text and the numbers in it.</summary>
/// <remarks>Labels, dates and ranks are left out. <c>&gt; &lt; ~</c> bounds, <c>2nd</c> the same amount in another currency, <c>..</c> an end of a range, <c>?</c> a currency that others call so too.</remarks>
public sealed class NumbersOfTheTradePressTests
{
    private const string Money = """
        exports worth Rs 4,500 crore => 45000000000 INR?
        exports of Rs. 1.2 lakh crore => 1200000000000 INR?
        worth Rs1.5 lakh cr => 1500000000000 INR?
        Rs 3.75 trn in FY25 => 3750000000000 INR?
        ₹3,45,678 crore => 3456780000000 INR
        INR 2.3 lakh crore => 2300000000000 INR
        Rs.12,345.67 crore => 123456700000 INR?
        (Rs 25,000-crore) => 250000000000 INR?
        PKR 450 billion => 450000000000 PKR
        PKR450bn => 450000000000 PKR
        Rs450bn => 450000000000 INR?
        Tk 4,500 crore => 45000000000 BDT
        Tk4,500 crore => 45000000000 BDT
        Tk 1.2 lakh crore => 1200000000000 BDT
        BDT 4,500 crore => 45000000000 BDT
        LKR 12.5 billion => 12500000000 LKR
        NPR 1.2 trillion => 1200000000000 NPR
        Rs 1.398 trillion => 1398000000000 INR?
        VND5.2 quadrillion => 5200000000000000 VND
        VND 120 trillion ($4.7 billion) => 120000000000000 VND | 4700000000 USD? 2nd
        120 trillion dong => 120000000000000 VND
        Rp 120 trillion => 120000000000000 IDR
        Rp120.5 trillion (US$7.4 billion) => 120500000000000 IDR | 7400000000 USD 2nd
        IDR 45 tn => 45000000000000 IDR
        NT$1.2 trillion => 1200000000000 TWD
        NT$ 455.6 billion (US$14.2 billion) => 455600000000 TWD | 14200000000 USD 2nd
        R$45 billion => 45000000000 BRL
        R$ 1.2 bn => 1200000000 BRL
        MXN 4.5 billion => 4500000000 MXN
        MXN$4.5 billion => 4500000000 MXN
        AU$1.2bn => 1200000000 AUD
        AUD 1.2 bn => 1200000000 AUD
        A$ 1.2 billion => 1200000000 AUD
        C$2.97 billion => 2970000000 CAD
        CA$2.97B => 2970000000 CAD
        CAD 2.97 billion => 2970000000 CAD
        €1.2 bn => 1200000000 EUR
        €1.2bn => 1200000000 EUR
        € 1.2 billion => 1200000000 EUR
        1.2 bn € => 1200000000 EUR
        1.2 billion euros ($1.3bn) => 1200000000 EUR | 1300000000 USD? 2nd
        EUR1.2bn => 1200000000 EUR
        1.2 billion EUR => 1200000000 EUR
        USD 4.5 bln => 4500000000 USD
        USD4.5bln => 4500000000 USD
        USD 4.5bn => 4500000000 USD
        4.5 bln USD => 4500000000 USD
        US$ 4.37 billion => 4370000000 USD
        US $4.37 billion => 4370000000 USD
        U.S. $4.37 billion => 4370000000 USD
        $ 3.2 Bn => 3200000000 USD?
        $3.2B => 3200000000 USD?
        $3.2b => 3200000000 USD?
        $320M => 320000000 USD?
        $320 mn => 320000000 USD?
        $320 mio => 320000000 USD?
        $3.2tn => 3200000000000 USD?
        $1.2T => 1200000000000 USD?
        45 bln yen => 45000000000 JPY
        ¥45 billion => 45000000000 JPY?
        JPY 45 billion => 45000000000 JPY
        a 621.7 billion-yen deficit => 621700000000 JPY
        a 621.7-billion-yen deficit => 621700000000 JPY
        3.2 tln won => 3200000000000 KRW
        3.2 trillion won ($2.4 billion) => 3200000000000 KRW | 2400000000 USD? 2nd
        KRW 3.2 trillion => 3200000000000 KRW
        12 mln dlrs => 12000000 USD?
        1.2 billion dlrs => 1200000000 USD?
        RM120.5bil => 120500000000 MYR
        RM120.5 billion => 120500000000 MYR
        RM1.2mil => 1200000 MYR
        S$45.6 billion => 45600000000 SGD
        HK$312.4 billion => 312400000000 HKD
        PhP 45.6 billion => 45600000000 PHP
        P45.6 billion => 45600000000 PHP?
        ₱45.6 billion => 45600000000 PHP
        Bt45.6 billion => 45600000000 THB
        45.6 billion baht => 45600000000 THB
        THB45.6bn => 45600000000 THB
        TL 45 billion => 45000000000 TRY
        ₺45 billion => 45000000000 TRY
        45 billion lira => 45000000000 TRY?
        R45.6bn => 45600000000 ZAR?
        ZAR45.6bn => 45600000000 ZAR
        N4.5 trillion => 4500000000000 NGN?
        ₦4.5trn => 4500000000000 NGN
        Sh45.6 billion => 45600000000 KES?
        KSh45.6 billion => 45600000000 KES
        Ksh 45.6 billion => 45600000000 KES
        GH¢45.6 million => 45600000 GHS
        GHS 45.6m => 45600000 GHS
        CFA 45 billion => 45000000000 XOF?
        CFA45 billion => 45000000000 XOF?
        FCFA 45 billion => 45000000000 XOF?
        Dh45.6 billion => 45600000000 AED?
        AED 45.6 billion => 45600000000 AED
        SAR45.6bn => 45600000000 SAR
        SR 45.6 billion => 45600000000 SAR
        QR45.6bn => 45600000000 QAR
        OMR 4.5 billion => 4500000000 OMR
        RO4.5bn => 4500000000 OMR
        KD 45.6 million => 45600000 KWD
        BD 45.6 million => 45600000 BHD
        EGP 45.6 billion => 45600000000 EGP
        LE 45.6 billion => 45600000000 EGP
        CHF 22.3 billion => 22300000000 CHF
        SFr 22.3bn => 22300000000 CHF
        SEK 180bn => 180000000000 SEK
        SKr180bn => 180000000000 SEK
        NOK 51.8 billion => 51800000000 NOK
        51.8 billion kroner => 51800000000 NOK?
        DKK 45bn => 45000000000 DKK
        CZK 45.6 billion => 45600000000 CZK
        PLN 45.6 billion => 45600000000 PLN
        45.6bn zloty => 45600000000 PLN
        HUF 45.6bn => 45600000000 HUF
        Ft45bn => 45000000000 HUF
        RUB 4.5 trillion => 4500000000000 RUB
        UAH 45.6 billion => 45600000000 UAH
        NIS 45.6 billion => 45600000000 ILS
        NIS45.6bn => 45600000000 ILS
        S/ 4.5 billion => 4500000000 PEN
        CLP 4.5 trillion => 4500000000000 CLP
        COP 4.5 trillion => 4500000000000 COP
        CNY 1.2tn => 1200000000000 CNY
        RMB1.2 trillion => 1200000000000 CNY
        RMB 120 billion yuan => 120000000000 CNY
        120 billion RMB => 120000000000 CNY
        1.2 trillion yuan (about 167 billion U.S. dollars) => 1200000000000 CNY | ~167000000000 USD 2nd
        1.2 trillion yuan (US$167bn, £132bn) => 1200000000000 CNY | 167000000000 USD 2nd | 132000000000 GBP 2nd
        1.2 trillion yuan, or 167 billion dollars => 1200000000000 CNY | 167000000000 USD? 2nd
        $47.9 billion (Rs 4 lakh crore) => 47900000000 USD? | 4000000000000 INR? 2nd
        thousand million dollars => 1000000000 USD?
        5,200 million dollars => 5200000000 USD?
        $5,200 million => 5200000000 USD?
        US$ 5.200 million => 5200000 USD
        EUR 12,345.6 million => 12345600000 EUR
        a million and a half dollars => 1500000 USD?
        $1 billion-plus => >1000000000 USD?
        $1bn+ => >1000000000 USD?
        a $2bn-a-year trade => 2000000000 USD?
        some $2-3bn => ~2000000000 USD? .. | 3000000000 USD? ..
        $3bn-$4bn => 3000000000 USD? .. | 4000000000 USD? ..
        $3 to 4 billion => 3000000000 USD? .. | 4000000000 USD? ..
        $3-$4 billion => 3000000000 USD? .. | 4000000000 USD? ..
        between $3 billion and $4 billion => 3000000000 USD? .. | 4000000000 USD? ..
        between €3bn and €4bn => 3000000000 EUR .. | 4000000000 EUR ..
        3-4 billion euros => 3000000000 EUR .. | 4000000000 EUR ..
        from $3.2bn to $4.1bn => 3200000000 USD? | 4100000000 USD?
        $4.1bn, up from $3.2bn => 4100000000 USD? | 3200000000 USD?
        $4.1bn versus 3.2bn => 4100000000 USD? | 3200000000 USD?
        $4.1 and $3.2 billion respectively => 4100000000 USD? | 3200000000 USD?
        $34.1, $28.5 and $12.2 billion => 34100000000 USD? | 28500000000 USD? | 12200000000 USD?
        45.6, 41.2 and 38.0 billion baht => 45600000000 THB | 41200000000 THB | 38000000000 THB
        Rs 4,500 crore and Rs 3,200 crore => 45000000000 INR? | 32000000000 INR?
        Rs 4,500 and 3,200 crore, respectively => 45000000000 INR? | 32000000000 INR?
        -$4.5 billion => -4500000000 USD?
        minus $4.5 billion => -4500000000 USD?
        a negative $4.5 billion => -4500000000 USD?
        US$+4.5 billion => 4500000000 USD
        """;

    private const string Volumes = """
        1.5m tonnes => 1500000 tonnes
        1.5 m tonnes => 1500000 tonnes
        1.5mn tonnes => 1500000 tonnes
        1.5mt => 1500000 tonnes
        1.5 million t => 1500000 tonnes
        2.3 MMT => 2300000 tonnes
        2.3 mmt => 2300000 tonnes
        23 LMT => 2300000 tonnes
        3.1 lakh tonnes => 310000 tonnes
        3.1 lakh MT => 310000 tonnes
        45,000 MT => 45000 tonnes
        45 kt => 45000 tonnes
        45,000-tonne => 45000 tonnes
        1.2 million metric tons => 1200000 tonnes
        1.2 mln metric tons => 1200000 tonnes
        1.2m-ton => 1200000 tonnes
        450 thousand tons => 450000 tonnes
        450,000 bpd => 450000 barrels per day
        450 kb/d => 450000 barrels per day
        1.2 mb/d => 1200000 barrels per day
        1.2 million b/d => 1200000 barrels per day
        1.2 mbpd => 1200000 barrels per day
        1.2 mln bpd => 1200000 barrels per day
        1.2 million barrels per day (bpd) => 1200000 barrels per day
        1.1 bcm => 1100000000 cubic meters
        1.1 billion cubic meters => 1100000000 cubic meters
        4.5 bcf/d => 4500000000 cubic feet per day
        900 TEU => 900 TEU
        1.2 million TEUs => 1200000 TEU
        1.2m twenty-foot equivalent units => 1200000 TEU
        3.4 million 60-kg bags => 3400000 bags
        3.4 million 60-kilogram bags of coffee => 3400000 bags
        3.4 million bags => 3400000 bags
        480-lb bales => 480 pounds
        1.2 million bales => 1200000 bales
        57,585 units => 57585 units
        3,80,528 units => 380528 units
        1.45 lakh units => 145000 units
        57,585 cars => 57585 vehicles
        half a million vehicles => 500000 vehicles
        1.2 million head of cattle => 1200000 head
        12.5 GWh => 12.5 gigawatt-hours
        4.5 crore metres => 45000000 metres
        four million tonnes => 4000000 tonnes
        two and a half million tonnes => 2500000 tonnes
        4-5 million tonnes => 4000000 tonnes .. | 5000000 tonnes ..
        between 4 and 5 million tonnes => 4000000 tonnes .. | 5000000 tonnes ..
        4.2 million and 3.9 million tonnes => 4200000 tonnes | 3900000 tonnes
        """;

    private const string Parts = """
        rose 5.3pc => 5.3 %
        rose 5.3 pc => 5.3 %
        rose 5.3 per cent => 5.3 %
        rose 5.3 pct => 5.3 %
        rose 5.3 p.c. => 5.3 %
        rose 5.3 percent => 5.3 %
        rose five per cent => 5 %
        rose by 5.3 % => 5.3 %
        rose 5,3% and 7,25% => 5.3 % | 7.25 %
        -4.1% => -4.1 %
        −4.1% => -4.1 %
        –4.1% => -4.1 %
        minus 4.1% => -4.1 %
        minus 4.1 per cent => -4.1 %
        negative 4.1 percent => -4.1 %
        (4.1)% => -4.1 %
        (4.1%) => 4.1 %
        (-4.1%) => -4.1 %
        (+4.1%) => 4.1 %
        (-4.1 percent, +2.3 percent) => -4.1 % | 2.3 %
        +4.1 percent => 4.1 %
        4.1%-4.3% => 4.1 % .. | 4.3 % ..
        3-4% => 3 % .. | 4 % ..
        3% to 4% growth => 3 % | 4 %
        between 3 and 4 percent => 3 % .. | 4 % ..
        between 3% and 4% => 3 % .. | 4 % ..
        3 or 4 percent => 3 % | 4 %
        5.2 and 3.1 per cent respectively => 5.2 % | 3.1 %
        5.2, 3.1 and 2.0 pct => 5.2 % | 3.1 % | 2 %
        5.2%, 3.1 per cent, and 2% => 5.2 % | 3.1 % | 2 %
        0.3 of a percentage point => 0.3 pp
        0.3 percentage point => 0.3 pp
        0.3 percentage points => 0.3 pp
        0.3 ppt => 0.3 pp
        0.3pp => 0.3 pp
        0.3 p.p. => 0.3 pp
        0.3 pct pts => 0.3 pp
        0.3 %-points => 0.3 pp
        0.3 points => 0.3
        30 basis points => 0.3 pp
        30bps => 0.3 pp
        30-basis-point => 0.3 pp
        half a percentage point => 0.5 pp
        ten-fold => 10 x
        a 10-fold increase => 10 x
        tenfold => 10 x
        a two-fold rise => 2 x
        two and a half times => 2.5 x
        two-and-a-half times => 2.5 x
        2.5 times => 2.5 x
        2.5x => 2.5 x
        three times => 3 x
        more than doubled => >2 x
        almost tripled => <3 x
        nearly quadrupled to $4 billion => <4 x | 4000000000 USD?
        quintupled => 5 x
        halved => 0.5 x
        more than halved => >0.5 x
        three-quarters of exports => 75 %
        three quarters of exports => 75 %
        a fifth of exports => 20 %
        one-fifth of exports => 20 %
        one fifth of exports => 20 %
        two-fifths of exports => 40 %
        two thirds of exports => 66.666667 %
        nearly half of exports => <50 %
        almost half its exports => <50 %
        more than half of exports => >50 %
        just over a third of exports => >33.333333 %
        about a quarter of exports => ~25 %
        a tenth of exports => 10 %
        nine-tenths of exports => 90 %
        one in five exports => 20 %
        one in every five dollars of exports => 20 %
        one out of four containers => 25 %
        nine out of ten exports => 90 %
        two in three exporters => 66.666667 %
        one in three years => 1 | 3 years
        one in 2023 => 1
        four in five months => 4 | 5 months
        """;

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var line in string.Join('\n', Money, Volumes, Parts).Split('\n'))
            {
                var cells = line.Split(" => ");
                rows.Add(cells[0], cells[1]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Are_read(string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", NumberFinder.Find($"Exports: {text}, it said.").Where(m => m is { IsLabel: false, IsDatePart: false, Kind: not NumberKind.Ordinal }).Select(Short)));

    private static string Short(NumberMention m)
    {
        var unit = m.Kind switch
        {
            NumberKind.Percent => " %",
            NumberKind.PercentagePoints => " pp",
            NumberKind.Multiple => " x",
            NumberKind.Money => $" {m.Unit}{(m.AmbiguousUnit ? "?" : "")}",
            _ => m.Unit is null ? "" : " " + m.Unit,
        };
        var bound = m.Approx switch { Approx.Over => ">", Approx.Under => "<", Approx.About => "~", _ => "" };
        return $"{bound}{m.Value.ToString("0.######", CultureInfo.InvariantCulture)}{unit}{(m.IsRange ? " .." : "")}{(m.IsSecondCurrency ? " 2nd" : "")}";
    }
}
