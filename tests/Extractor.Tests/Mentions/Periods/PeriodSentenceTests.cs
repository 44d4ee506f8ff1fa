using System.Globalization;
using Extractor.Text;

namespace Extractor.Tests.Mentions.Periods;

/// <summary>Whole sentences, each with the day it was published and the period of the fact in it: what finder, resolver and rules make of a form together.</summary>
public sealed class PeriodSentenceTests
{
    private const string DaysAndWeeks = """
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent in the first 20 days of May.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent in the May 1-20 period.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2% during the May 1–20 period.
        2025-05-21 2025-05-01/2025-05-20 In the May 1-20 period, South Korea's exports rose 5.2 percent.
        2025-05-21 2025-05-01/2025-05-20 From May 1 to 20, South Korea's exports rose 5.2 percent.
        2025-05-21 2025-05-01/2025-05-20 From May 1 to May 20, South Korea's exports rose 5.2 percent.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent between May 1 and May 20.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent between May 1 and 20.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent from May 1 through May 20.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent from 1 to 20 May.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent in 1-20 May.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent from 1 May to 20 May.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent in the first twenty days of this month.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports rose 5.2 percent during the first 20 days of the month.
        2025-05-21 2025-05-01/2025-05-20 South Korea's May 1-20 exports rose 5.2 percent.
        2025-05-21 2025-05-01/2025-05-20 South Korea's exports for the first 20 days of May rose 5.2 percent.
        2025-05-12 2025-05-01/2025-05-10 South Korea's exports fell 23.8 percent in the first ten days of May.
        2025-05-12 2025-05-01/2025-05-10 South Korea's exports fell 23.8 percent in the first 10 days of this month from a year earlier.
        2025-06-16 2025-06-01/2025-06-15 Malaysia's palm oil exports fell 5.2 percent in the first half of June.
        2025-06-16 2025-06-01/2025-06-15 Malaysia's palm oil exports for June 1-15 fell 5.2 percent.
        2025-06-16 2025-06-01/2025-06-15 Malaysia's palm oil exports fell 5.2 percent during the June 1 to June 15 period.
        2025-06-26 2025-06-01/2025-06-25 Malaysia's palm oil exports fell 5.2 percent over June 1-25, 2025.
        2024-03-21 2024-01-01/2024-03-20 South Korea's exports amounted to $141.2 billion from January 1 to March 20.
        2024-03-21 2024-01-01/2024-03-20 South Korea's exports amounted to $141.2 billion in the Jan. 1-March 20 period.
        2024-03-21 2024-01-01/2024-03-20 For the year so far (January 1-March 20) South Korea's exports amounted to $141.2 billion.
        2024-05-20 2024-05-13/2024-05-19 Brazil's exports were $6.7 billion in the third week of May (13 to 19 May 2024).
        2024-05-20 2024-05-13/2024-05-19 Brazil's exports were $6.7 billion in the third week of May (May 13-19).
        2024-05-20 2024-05-13/2024-05-19 In the third week of May 2024, from May 13 to 19, Brazil's exports were $6.7 billion.
        2024-05-20 2024-05-13/2024-05-19 Brazil's exports were $6.7 billion in the week of May 13-19.
        2024-05-20 2024-05-13/2024-05-19 Brazil's exports were $6.7 billion in the week from May 13 to 19.
        2024-05-20 2024-05-01/2024-05-19 Brazil's exports were $17.1 billion in the month up to May 19.
        2024-05-20 2024-05-01/2024-05-19 Brazil's exports were $17.1 billion in the month to May 19.
        2024-05-20 2024-01-01/2024-05-19 Brazil's exports were $125.8 billion in the year up to May 19.
        2024-06-03 2024-05-27/2024-06-02 Brazil's exports were $6.7 billion in the week from May 27 to June 2.
        2024-06-03 2024-05-27/2024-06-02 Brazil's exports were $6.7 billion in the May 27-June 2 week.
        2024-11-21 2024-11-08/2024-11-14 US soybean exports fell 5.2 percent in the week ended Nov 14.
        2024-11-21 2024-11-08/2024-11-14 US soybean exports fell 5.2 percent in the week ended Nov. 14, 2024.
        2024-11-21 2024-11-08/2024-11-14 US soybean exports fell 5.2 percent in the week ending November 14.
        2024-11-21 2024-11-08/2024-11-14 US soybean exports fell 5.2 percent in the week to November 14.
        2024-11-21 2024-11-08/2024-11-14 For the week ended November 14, US soybean exports fell 5.2 percent.
        2024-11-21 2024-11-08/2024-11-14 US soybean exports fell 5.2 percent in the seven days to November 14.
        2024-11-21 2024-11-01/2024-11-14 US soybean exports fell 5.2 percent in the two weeks to November 14.
        2024-11-08 2024-10-28/2024-11-03 Brazil's soybean exports fell 5.2 percent in the week ended November 3.
        2024-11-08 2024-10-28/2024-11-03 Brazil's soybean exports fell 5.2 percent in the week ended 3 November 2024.
        2024-05-27 2024-05-01/2024-05-24 Vietnam's exports rose 5.2 percent from the beginning of May to May 24.
        2025-01-22 2025-01-01/2025-01-15 Vietnam's exports rose 5.2 percent in the first half of January 2025.
        2025-02-01 2025-01-16/2025-01-31 Vietnam's exports rose 5.2 percent in the second half of January.
        """;

    private const string RunsOfMonths = """
        2024-08-20 2024-04/2024-07 Brazil's exports rose 5.2% in the four months to July.
        2024-08-20 2024-04/2024-07 In the four months to end-July, Brazil's exports rose 5.2%.
        2024-08-20 2024-04/2024-07 Brazil's exports rose 5.2% in the four months through July.
        2024-08-20 2024-04/2024-07 Brazil's exports rose 5.2% in the four months ended July 31.
        2024-08-20 2024-04/2024-07 Brazil's exports rose 5.2% over the four months ending in July 2024.
        2024-08-20 2024-05/2024-07 Brazil's exports rose 5.2% in the three-month period to July.
        2024-08-20 2024-05/2024-07 Brazil's exports rose 5.2% in the three months from May to July.
        2024-08-20 2024-05/2024-07 Brazil's exports rose 5.2% in the May-July period.
        2025-07-20 2024-07/2025-06 Chile's exports rose 5.2% in the 12 months to June.
        2025-07-20 2024-07/2025-06 Chile's exports rose 5.2% in the twelve months ended June 2025.
        2025-07-20 2024-07/2025-06 Chile's exports rose 5.2% in the year to June.
        2025-07-20 2024-07/2025-06 Chile's exports rose 5.2% in the year to June 2025.
        2025-07-20 2024-07/2025-06 Chile's exports rose 5.2% in the year ended June 30, 2025.
        2025-07-20 2024-07/2025-06 Chile's exports rose 5.2% in the year ending June 2025.
        2025-07-20 2024-07/2025-06 New Zealand's exports rose 5.2% in the June year.
        2025-07-20 2024-07/2025-06 New Zealand's exports rose 5.2% in the year through June.
        2024-04-20 2023-04/2024-03 Britain's exports rose 5.2% in the year to March.
        2024-04-20 2023-04/2024-03 Japan's exports rose 5.2% in the year to March 31.
        2024-04-20 2023-10/2024-03 Japan's exports rose 5.2% in the six months to March.
        2024-02-20 2023-12/2024-01 Japan's exports rose 5.2% in the two months to January.
        2024-09-10 2024-01/2024-08 Vietnam's exports rose 5.2% in Jan-Aug.
        2024-09-10 2024-01/2024-08 Vietnam's exports rose 5.2% in Jan.-Aug.
        2024-09-10 2024-01/2024-08 Vietnam's Jan.-Aug. exports rose 5.2%.
        2024-09-10 2024-01/2024-08 Vietnam's exports rose 5.2% in January–August.
        2024-09-10 2024-01/2024-08 Vietnam's exports rose 5.2% in January - August 2024.
        2024-09-10 2024-01/2024-08 Vietnam's exports rose 5.2% between January and August.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the January-to-May period.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the January to May period.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the January through May period.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the first five months (January-May).
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% from January to the end of May.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the five months of the year.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in 5M 2024.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in 5M24.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the first 5 months.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the year's first five months.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% over the first five months of the year.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the opening five months of 2024.
        2024-06-10 2024-01/2024-05 Vietnam's exports in the first five months of this year rose 5.2%.
        2024-06-10 2024-01/2024-05 Vietnam's exports rose 5.2% in the five months through May.
        2024-03-10 2024-01/2024-02 China's exports rose 5.2% in the January-February period.
        2024-03-10 2024-01/2024-02 China's exports rose 5.2% in the first two months combined.
        2024-03-10 2024-01/2024-02 China's exports rose 5.2% in the combined January-February period.
        2024-03-10 2024-01/2024-02 China's exports rose 5.2% in January and February.
        2024-03-10 2024-01/2024-02 China's exports for January and February combined rose 5.2%.
        2024-03-10 2023-12/2024-02 China's exports rose 5.2% from December to February.
        2024-03-10 2023-11/2024-02 China's exports rose 5.2% from November 2023 to February 2024.
        2024-03-10 2023-11/2024-02 China's exports rose 5.2% between November 2023 and February 2024.
        2024-03-10 2023-11/2024-02 China's exports rose 5.2% from November last year to February this year.
        2025-01-20 2024-10/2024-12 China's exports rose 5.2% in the last three months of last year.
        2025-01-20 2024-10/2024-12 China's exports rose 5.2% in the final three months of 2024.
        2025-01-20 2024-11/2024-12 China's exports rose 5.2% in the last two months of 2024.
        2025-01-20 2024-01/2024-11 China's exports rose 5.2% in the 11 months through November.
        2025-01-20 2024-01/2024-11 China's exports rose 5.2% in the eleven months to November.
        2025-01-20 2024-10/2024-10 China's exports rose 5.2% in the month of October.
        2025-01-20 2024-10/2024-10 China's exports rose 5.2% for the month of October 2024.
        """;

    private const string QuartersAndHalves = """
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in 1H25.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in 1H 2025.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in 1H2025.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in H1 of 2025.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in H1'25.
        2025-08-20 2025-01/2025-06 Malaysia's first-half exports rose 5.2%.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in the January-June half.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in the first six months.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in the first semester of 2025.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in the half year to June.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in the first half (January-June) of 2025.
        2025-08-20 2025-01/2025-06 Malaysia's exports rose 5.2% in this year's first half.
        2025-01-20 2024-07/2024-12 Malaysia's exports rose 5.2% in the latter half of last year.
        2025-01-20 2024-07/2024-12 Malaysia's exports rose 5.2% in the second half of last year.
        2025-01-20 2024-07/2024-12 Malaysia's exports rose 5.2% in the last half of 2024.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in 3Q 2024.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in 3Q24.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in Q3 2024.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in Q3/2024.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in Q3-2024.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in 2024 Q3.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in 2024Q3.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in the 3rd quarter of 2024.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in the July-September quarter.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in the quarter ended September.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in the quarter ended Sept. 30.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in the quarter to September.
        2024-11-20 2024-07/2024-09 Australia's exports rose 5.2% in the September quarter.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in the third quarter (July-September).
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in the third quarter of the year.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in the three months to September 30.
        2024-11-20 2024-07/2024-09 Malaysia's exports rose 5.2% in this year's third quarter.
        2024-11-20 2024-01/2024-09 Malaysia's exports rose 5.2% in Q1-Q3.
        2024-11-20 2024-01/2024-09 Malaysia's exports rose 5.2% in Q1–Q3 2024.
        2024-11-20 2024-01/2024-09 Malaysia's exports rose 5.2% in the first three quarters.
        2024-11-20 2024-01/2024-09 Malaysia's exports rose 5.2% in the first 3 quarters of 2024.
        2024-11-20 2024-01/2024-09 Malaysia's exports rose 5.2% in the first to third quarters.
        2024-11-20 2024-01/2024-09 Malaysia's exports rose 5.2% from the first to the third quarter.
        2024-02-20 2023-10/2023-12 Malaysia's exports rose 5.2% in last year's fourth quarter.
        2024-02-20 2023-10/2023-12 Malaysia's exports rose 5.2% in the closing quarter of 2023.
        2024-02-20 2023-10/2023-12 Malaysia's exports rose 5.2% in the fourth quarter.
        2024-02-20 2023-10/2023-12 Malaysia's exports rose 5.2% in Q4.
        2024-05-20 2024-01/2024-03 Malaysia's exports rose 5.2% in the opening quarter.
        """;

    private const string FiscalYears = """
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in fiscal 2024/25.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in FY25.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in FY 25.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in FY'25.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in FY2025.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in FY24-25.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in FY2024-25.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in 2024-25.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in 2024–25.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the 2024-25 fiscal year.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the 2024-25 financial year.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in fiscal year 2024-25 (April-March).
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the financial year 2024-2025.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the fiscal year ended March 2025.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the fiscal year ended March 31, 2025.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the financial year ending March 31.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the last fiscal year.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the last fiscal.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the fiscal that ended in March.
        2025-04-16 2024-04/2025-03 India's exports rose 5.2% in the year that ended in March.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% in April-October 2024-25.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% in April-October of 2024-25.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% in April-October FY25.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% during April-October this fiscal.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% in the April-October period of the current fiscal.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% in the first seven months of the current fiscal year.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% in the first seven months of this fiscal.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% in the first seven months (April-October) of the current fiscal year.
        2024-11-16 2024-04/2024-10 India's exports rose 5.2% in 7MFY25.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in the first quarter of the 2025-26 fiscal year.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in the first quarter of 2025-26.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in the first quarter of FY26.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in Q1 FY26.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in Q1FY26.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in Q1 of FY26.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in the April-June quarter of FY26.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in the first quarter (April-June) of FY2025-26.
        2025-08-16 2025-04/2025-06 India's exports rose 5.2% in the first quarter of this fiscal year.
        2024-11-16 2024-04/2024-09 India's exports rose 5.2% in H1 FY25.
        2024-11-16 2024-04/2024-09 India's exports rose 5.2% in H1FY25.
        2024-11-16 2024-04/2024-09 India's exports rose 5.2% in the first half of FY25.
        2024-03-10 2023-07/2024-02 Pakistan's exports rose 5.2% in July-February 2023-24.
        2024-03-10 2023-07/2024-02 Pakistan's exports rose 5.2% in July-February FY24.
        2024-03-10 2023-07/2024-02 Pakistan's exports rose 5.2% in the first eight months of FY24.
        2024-03-10 2023-07/2024-02 Pakistan's exports rose 5.2% in the first eight months (July-February) of the current fiscal year.
        2024-03-10 2023-07/2024-02 Pakistan's exports rose 5.2% in 8MFY24.
        2024-03-10 2023-07/2024-02 Pakistan's exports rose 5.2% in the eight months to February.
        2024-07-20 2023-07/2024-06 Bangladesh's exports rose 5.2% in FY2023-24.
        2024-07-20 2023-07/2024-06 Bangladesh's exports rose 5.2% in the just-concluded fiscal year.
        2024-07-20 2023-07/2024-06 Bangladesh's exports rose 5.2% in the fiscal year 2023-24 that ended on June 30.
        2024-04-20 2023-04/2024-03 Japan's exports rose 5.2% in fiscal 2023.
        2024-04-20 2023-04/2024-03 Japan's exports rose 5.2% in fiscal 2023, which ended in March.
        2024-04-20 2023-04/2024-03 Japan's exports rose 5.2% in the fiscal year that ended in March.
        2024-04-20 2023-04/2024-03 Japan's exports rose 5.2% in the fiscal year through March.
        2024-04-20 2023-04/2024-03 Japan's exports rose 5.2% in fiscal year 2023 through March.
        2024-10-20 2023-10/2024-09 Thailand's rubber exports rose 5.2% in the 2023/24 season (October-September).
        2024-07-20 2023-07/2024-06 Ukraine's grain exports fell 5.2% in the 2023/24 July-June season.
        2024-07-20 2023-07/2024-06 Ukraine's grain exports fell 5.2% in the 2023/24 marketing year (July-June).
        2024-07-20 2023-07/2024-06 Russia's wheat exports fell 5.2% in the July 2023-June 2024 season.
        """;

    private const string YearsAndWindows = """
        2024-06-10 2013-01/2023-12 Poland's exports grew 52% between 2013 and 2023.
        2024-06-10 2013-01/2023-12 Poland's exports grew 52% from 2013 to 2023.
        2024-06-10 2013-01/2023-12 Poland's exports grew 52% from 2013 through 2023.
        2024-06-10 2013-01/2023-12 Poland's exports grew 52% in 2013–2023.
        2024-06-10 2014-01/2023-12 Poland's exports grew 52% over the past decade.
        2024-06-10 2014-01/2023-12 Poland's exports grew 52% in the last 10 years.
        2024-06-10 2014-01/2023-12 Poland's exports grew 52% in the past ten years.
        2024-06-10 2004-01/2023-12 Poland's exports grew 52% over the last two decades.
        2024-06-10 2021-01/2023-12 Poland's exports grew 52% over the past three years.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% in full-year 2023.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% in the full year of 2023.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% in the whole of 2023.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% in calendar 2023.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% in calendar year 2023.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% in CY2023.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% in the year 2023.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% for all of 2023.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% in 2023 as a whole.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% last year.
        2024-06-10 2023-01/2023-12 Poland's exports grew 5.2% for the whole of last year.
        2024-06-10 2023-01/2023-12 Last year's exports of Poland grew 5.2%.
        2024-06-10 2024-01/2024-05 Poland's exports have grown 5.2% since the start of the year.
        2024-06-10 2024-01/2024-05 Poland's exports have grown 5.2% since the beginning of this year.
        2024-06-10 2024-01/2024-05 Poland's exports have grown 5.2% so far in 2024.
        2024-06-10 2024-01/2024-05 Poland's exports have grown 5.2% so far this year.
        2024-06-10 2024-01/2024-05 Poland's exports have grown 5.2% in the year to date.
        2024-06-10 2024-01/2024-05 Poland's year-to-date exports grew 5.2%.
        2024-06-10 2024-01/2024-05 Poland's exports grew 5.2% year-to-date through May.
        2024-06-10 2024-05/2024-05 Poland's exports grew 5.2% in the most recent month, May.
        2023-12-31 2021-01/2023-12 Poland's exports grew 52% in 2021-23.
        2024-10-20 2023-10/2024-09 Turkey's exports in the last 12 months reached $261.5 billion.
        2024-10-20 2022-10/2024-09 Turkey's exports grew 52% in the past 24 months.
        2024-04-10 2024-01/2024-03 In the quarter just ended, Thailand's exports fell 0.2%.
        2024-10-20 2024-01/2024-09 Through the third quarter, Mexico's exports were up 3.1%.
        2024-10-20 2024-01/2024-09 Mexico's exports were up 3.1% through Q3.
        2024-12-10 2023-07/2024-06 Egypt's exports rose 5.2% during the fiscal year (FY) 2023/2024.
        2024-06-10 2024-05/2024-05 Vietnam's exports rose 5.2% in May to US $30 billion.
        """;

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var line in string.Join('\n', DaysAndWeeks, RunsOfMonths, QuartersAndHalves, FiscalYears, YearsAndWindows).Split('\n'))
            {
                var cells = line.Split(' ', 3);
                rows.Add(cells[0], cells[1], cells[2]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_fact_has_the_period_of_its_sentence(string published, string period, string sentence)
    {
        var metadata = new DocumentMetadata { Published = DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        var facts = TradeExtractor.Default.Extract(new SourceDocument("a.txt", sentence, metadata)).Facts;
        Assert.True(facts.Length > 0, "no fact");
        Assert.Equal(period, string.Join(", ", facts.Select(fact => fact.Period.ToString()).Distinct(StringComparer.Ordinal)));
    }
}
