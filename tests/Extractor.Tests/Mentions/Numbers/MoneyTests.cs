using Extractor.Mentions.Numbers;

namespace Extractor.Tests.Mentions.Numbers;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("worth US$58.1bn", "US$58.1bn = 58100000000 USD")]
    [InlineData("worth US $30 billion", "US $30 billion = 30000000000 USD")]
    [InlineData("worth U.S.$30 billion", "U.S.$30 billion = 30000000000 USD")]
    [InlineData("told us $5 was", "$5 = 5 USD?")]
    [InlineData("HK$312.4bn", "HK$312.4bn = 312400000000 HKD")]
    [InlineData("S$3.2 billion", "S$3.2 billion = 3200000000 SGD")]
    [InlineData("China's $3.2 billion", "$3.2 billion = 3200000000 USD?")]
    [InlineData("a $3.2 billion deal", "$3.2 billion = 3200000000 USD?")]
    [InlineData("A$1.5m", "A$1.5m = 1500000 AUD")]
    [InlineData("NT$5 trillion", "NT$5 trillion = 5000000000000 TWD")]
    [InlineData("C$60.2bn", "C$60.2bn = 60200000000 CAD")]
    [InlineData("R$3.1 billion", "R$3.1 billion = 3100000000 BRL")]
    [InlineData("RMB 785.3bn", "RMB 785.3bn = 785300000000 CNY")]
    [InlineData("RM84.4 billion", "RM84.4 billion = 84400000000 MYR")]
    [InlineData("Rs 2.5 lakh crore", "Rs 2.5 lakh crore = 2500000000000 INR?")]
    [InlineData("Rs. 500 cr", "Rs. 500 cr = 5000000000 INR?")]
    [InlineData("₹4,500 crore", "₹4,500 crore = 45000000000 INR")]
    [InlineData("USD 82.52 billion", "USD 82.52 billion = 82520000000 USD")]
    [InlineData("1.2 billion USD", "1.2 billion USD = 1200000000 USD")]
    [InlineData("75 USD million", "75 USD million = 75000000 USD")]
    [InlineData("30 MUSD", "30 MUSD = 30000000 USD")]
    [InlineData("22,201bn yen", "22,201bn yen = 22201000000000 JPY")]
    [InlineData("51.8 billion Norwegian kroner", "51.8 billion Norwegian kroner = 51800000000 NOK")]
    [InlineData("300 mln dlrs", "300 mln dlrs = 300000000 USD?")]
    [InlineData("12.2 billion H.K. dlrs", "12.2 billion H.K. dlrs = 12200000000 HKD")]
    [InlineData("4.1 billion Mexican pesos", "4.1 billion Mexican pesos = 4100000000 MXN")]
    [InlineData("4.1 billion pesos", "4.1 billion pesos = 4100000000 MXN?")]
    [InlineData("five million euros", "five million euros = 5000000 EUR")]
    [InlineData("R5.2 billion", "R5.2 billion = 5200000000 ZAR?")]
    [InlineData("a 10-billion-yuan deal", "10-billion-yuan = 10000000000 CNY")]
    [InlineData("4.37trillion yuan", "4.37trillion yuan = 4370000000000 CNY")]
    [InlineData("4.37\u00a0trillion\u00a0yuan", "4.37\u00a0trillion\u00a0yuan = 4370000000000 CNY")]
    [InlineData("+RM1.9 billion", "+RM1.9 billion = 1900000000 MYR")]
    [InlineData("-$4.5bn", "-$4.5bn = -4500000000 USD?")]
    [InlineData("EUR -5.7 million", "EUR -5.7 million = -5700000 EUR")]
    [InlineData("3 dollars 50 cents", "3 dollars 50 cents = 3.5 USD?")]
    [InlineData("100元", "100元 = 100 CNY")]
    public void Currency_and_scale_before_or_after(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("5 trillion and 30 billion yuan", "5 trillion and 30 billion yuan = 5030000000000 CNY")]
    [InlineData("2 billion 300 million yuan", "2 billion 300 million yuan = 2300000000 CNY")]
    [InlineData("exports and imports were 5 trillion and 30 billion yuan respectively", "5 trillion = 5000000000000 CNY shared | 30 billion yuan = 30000000000 CNY")]
    [InlineData("1.2 trillion and 900 billion yuan", "1.2 trillion = 1200000000000 CNY shared | 900 billion yuan = 900000000000 CNY")]
    [InlineData("7 billion, 5 billion and 300 million yuan", "7 billion = 7000000000 CNY shared | 5 billion = 5000000000 CNY shared | 300 million yuan = 300000000 CNY")]
    public void Compounds_add_up_and_lists_do_not(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("ALL 5 firms won 27 seats", "5 = 5 | 27 = 27")]
    [InlineData("In 2022 US$5 billion was sold", "2022 = 2022 date | US$5 billion = 5000000000 USD")]
    [InlineData("2024 marks our third year", "2024 = 2024 date | third = 3th")]
    [InlineData("N95 masks, P5 and R4", "95 = 95 label | 5 = 5 label | 4 = 4 label")]
    public void Lookalikes_are_no_money(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("12 billion H.K. dlr, then 9 billion dlrs", "12 billion H.K. dlr = 12000000000 HKD | 9 billion dlrs = 9000000000 HKD")]
    [InlineData("9 billion dlrs, then 12 billion H.K. dlrs", "9 billion dlrs = 9000000000 USD? | 12 billion H.K. dlrs = 12000000000 HKD")]
    [InlineData("12 billion H.K. dlrs, 3 billion U.S. dlrs, 9 billion dlrs", "12 billion H.K. dlrs = 12000000000 HKD | 3 billion U.S. dlrs = 3000000000 USD | 9 billion dlrs = 9000000000 USD?")]
    [InlineData("5 million kroner in May and 6 million Danish kroner in June", "5 million kroner = 5000000 DKK | 6 million Danish kroner = 6000000 DKK")]
    [InlineData("A$5 billion and later $4 billion", "A$5 billion = 5000000000 AUD | $4 billion = 4000000000 USD?")]
    public void A_bare_name_follows_the_one_country_that_the_text_gives_it(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("4.68 trillion yuan ($658.63 billion)", "4.68 trillion yuan = 4680000000000 CNY | $658.63 billion = 658630000000 USD? second")]
    [InlineData("£3.1bn ($5.8bn; €4.5bn) of goods", "£3.1bn = 3100000000 GBP | $5.8bn = 5800000000 USD? second | €4.5bn = 4500000000 EUR second")]
    [InlineData("$3 billion (₹25,000 crore)", "$3 billion = 3000000000 USD? | ₹25,000 crore = 250000000000 INR second")]
    [InlineData("$3 billion (about ₹25,000 crore)", "$3 billion = 3000000000 USD? | ₹25,000 crore = 250000000000 INR ~(about) second")]
    [InlineData("5 billion yuan, or $700 million", "5 billion yuan = 5000000000 CNY | $700 million = 700000000 USD? second")]
    [InlineData("16 billion yuan, equivalent to about 2.3 billion U.S. dollars", "16 billion yuan = 16000000000 CNY | 2.3 billion U.S. dollars = 2300000000 USD ~(about) second")]
    [InlineData("C$19,500/US$15,000", "C$19,500 = 19500 CAD | US$15,000 = 15000 USD second")]
    [InlineData("$228bn (214.6bn;£114.5bn)", "$228bn = 228000000000 USD? | 214.6bn = 214600000000 second | £114.5bn = 114500000000 GBP second")]
    [InlineData("5 billion yuan (up from $700 million)", "5 billion yuan = 5000000000 CNY | $700 million = 700000000 USD?")]
    [InlineData("5 billion yuan (4 billion yuan last year)", "5 billion yuan = 5000000000 CNY | 4 billion yuan = 4000000000 CNY")]
    [InlineData("5 billion yuan and $700 million", "5 billion yuan = 5000000000 CNY | $700 million = 700000000 USD?")]
    public void The_same_amount_again_in_another_currency_is_marked(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("4.37 trillion yuan", "10000000000")]
    [InlineData("5 trillion yuan", "1000000000000")]
    [InlineData("$1,234.50", "0.01")]
    [InlineData("35,000 tonnes", "1")]
    [InlineData("5.20%", "0.01")]
    [InlineData("25 basis points", "0.01")]
    [InlineData("2.5 lakh crore", "100000000000")]
    [InlineData("12.5 Mt", "100000")]
    [InlineData("half a million", "100000")]
    [InlineData("two hundred and fifty", "1")]
    [InlineData("5 trillion and 30 billion yuan", "1000000000")]
    public void The_step_is_one_unit_of_the_last_printed_digit(string text, string step) =>
        Assert.Equal(decimal.Parse(step, null), NumberFinder.ParseSingle(text)!.Step);
}
