namespace Extractor.Ingest.Tests.Charsets;

/// <summary>Short notes on trade in several languages, written for these tests.</summary>
internal static class Prose
{
    public const string Chinese = "据海关统计,今年前七个月我省进出口总值为3521.4亿元,比去年同期增长5.2%。其中出口2410.8亿元,增长6.1%;进口1110.6亿元,下降0.3%。民营企业仍然是外贸的主力,对东盟的出口增长最快。";
    public const string Traditional = "根據海關的統計,今年前七個月出口總值為三千二百億元,比去年同期增加百分之五點二。其中對美國的出口增長最快,進口則下降。台灣的電子產品仍然是對外貿易的主力,企業對下半年的市場感到樂觀。";
    public const string Japanese = "財務省が発表した七月の貿易統計によると、輸出は前の年の同じ月に比べて5.2%増えた。自動車や電子部品の輸出が伸びた一方で、輸入は原油の値下がりで減少した。貿易収支は三か月ぶりの黒字になった。";
    public const string Korean = "산업부가 발표한 자료에 따르면 지난달 수출은 전년 같은 달보다 5.2% 증가한 580억 달러를 기록했다. 반도체와 자동차의 수출이 크게 늘었고 수입은 유가 하락으로 감소했다. 무역수지는 석 달 만에 흑자로 돌아섰다.";
    public const string Russian = "По данным таможенной службы, за первые семь месяцев года экспорт вырос на 5,2 процента и составил 241 миллиард долларов. Импорт снизился на 0,3 процента. Больше всего выросли поставки в страны Азии.";
    public const string Ukrainian = "За даними митної служби, за перші сім місяців року експорт зріс на 5,2 відсотка і становив 24 мільярди доларів. Імпорт знизився, а найбільше зросли поставки до країн Європи.";
    public const string Greek = "Σύμφωνα με τα στοιχεία της στατιστικής αρχής, οι εξαγωγές αυξήθηκαν κατά 5,2% τον Ιούλιο, ενώ οι εισαγωγές μειώθηκαν σε σχέση με το ίδιο διάστημα του προηγούμενου έτους.";
    public const string Hebrew = "לפי נתוני הלשכה המרכזית, היצוא גדל בחודש יולי ב־5.2 אחוזים והיבוא ירד. הגירעון המסחרי הצטמצם לרמה הנמוכה ביותר מתחילת השנה.";
    public const string Arabic = "ارتفعت الصادرات في شهر يوليو بنسبة خمسة في المائة مقارنة مع الشهر نفسه من العام الماضي، في حين انخفضت الواردات وتراجع العجز التجاري إلى أدنى مستوى له منذ بداية العام.";
    public const string Thai = "กระทรวงพาณิชย์รายงานว่าการส่งออกเดือนกรกฎาคมขยายตัวร้อยละ 5.2 เมื่อเทียบกับช่วงเดียวกันของปีก่อน ขณะที่การนำเข้าลดลง ทำให้ดุลการค้าเกินดุล";
    public const string Polish = "Według danych urzędu celnego eksport wzrósł w lipcu o 5,2 procent, a import zmniejszył się w porównaniu z ubiegłym rokiem. Najszybciej rosła sprzedaż żywności do krajów Azji. Część firm spodziewa się dalszych wzrostów.";
    public const string Czech = "Podle údajů celní správy se vývoz v červenci zvýšil o 5,2 procenta, zatímco dovoz meziročně klesl. Nejrychleji rostl prodej potravin do zemí Asie. Některé firmy očekávají další růst.";
    public const string Turkish = "Gümrük verilerine göre ihracat temmuz ayında yüzde 5,2 arttı, ithalat ise geçen yılın aynı ayına göre düştü. En hızlı artış Asya ülkelerine yapılan gıda satışlarında görüldü. Şirketler büyümenin süreceğini düşünüyor.";
    public const string French = "Selon les chiffres des douanes, les exportations ont augmenté de 5,2 % en juillet, tandis que les importations ont reculé par rapport à l’année précédente. Le déficit s’est réduit à 3,4 milliards d’euros, son plus bas niveau depuis janvier.";
    public const string German = "Nach Angaben der Zollbehörde stiegen die Ausfuhren im Juli um 5,2 Prozent, während die Einfuhren gegenüber dem Vorjahr zurückgingen. Der Überschuss erhöhte sich auf 3,4 Milliarden. Für das Jahr werden größere Zuwächse erwartet.";
    public const string Spanish = "Según las cifras de la aduana, las exportaciones crecieron un 5,2 % en julio, mientras que las importaciones cayeron con respecto al año anterior. El déficit se redujo a su nivel más bajo desde enero. «Será un buen año», dijo el ministerio.";
    public const string English = "Exports from the region “rose by 5.2 per cent” in July – the customs office’s best month – while imports fell. The gap narrowed to £3.4bn, its smallest since January.";
    public const string Latvian = "Pēc muitas datiem eksports jūlijā pieauga par 5,2 procentiem, bet imports salīdzinājumā ar iepriekšējo gadu samazinājās. Straujāk auga pārtikas pārdošana uz Āzijas valstīm. Uzņēmumi gaida turpmāku izaugsmi.";
    public const string EnglishWithFewAccents = "“The port is full,” said Hélène Frère of the harbour office, who has seen £5,000 fines – and “worse” – for ships that wait too long. It’s the third month in a row of growth for the region, and the customs office’s figures say that it is not the last of the year.";
}
