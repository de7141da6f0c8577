using System.Collections.Frozen;

namespace EStation.Trainings;

[System.Text.Json.Serialization.JsonConverter(typeof(ParsableConverter<Programme>))]
public readonly record struct Programme : IParsable<Programme>, IFormatted
{
    private static readonly FrozenDictionary<string, Text> Names = new Dictionary<string, Text>
    {
        ["new-professional-farmer"] = new("新型职业农民培育", "신형직업농민 육성"),
        ["new-farmer"] = new("新型农民科技培训", "신형농민 과학기술교육"),
        ["green-certificate"] = new("绿色证书", "록색증서"),
        ["spark"] = new("星火科技培训", "불꽃 과학기술교육"),
        ["sunshine"] = new("阳光工程", "해빛공정"),
        ["million-women-farmers"] = new("百万新型女农民培训", "백만 신형녀성농민 교육"),
        ["womens-technology"] = new("巾帼科技致富工程", "녀성 과학기술치부공정"),
        ["double-learning"] = new("双学双比", "쌍학쌍비"),
        ["village-graduate"] = new("大学生村官培训", "대학생 촌간부 교육"),
        ["e-commerce"] = new("农村青年电子商务培训", "농촌청년 전자상거래 교육"),
        ["three-to-countryside"] = new("三下乡", "세가지 농촌보내기"),
        ["science-day"] = new("科普日", "과학보급의 날"),
        ["science-week"] = new("科技周", "과학기술주간"),
        ["science-fair"] = new("科普大集", "과학보급 장마당"),
        ["expert-visit"] = new("科技专家乡下行", "과학기술전문가 농촌방문"),
    }.ToFrozenDictionary();

    private readonly string? code;

    private Programme(string code) => this.code = code;

    public static IEnumerable<string> Codes => Names.Keys.Order(StringComparer.Ordinal);

    public static Format Format => new("A programme or event that the provincial plan names.", Values: Codes);

    public Text Name => Names[ToString()];

    public static Programme Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var programme) ? programme : throw new FormatException($"'{s}' is no programme.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Programme result)
    {
        var known = s is not null && Names.ContainsKey(s);
        result = known ? new Programme(s!) : default;
        return known;
    }

    public override string ToString() => code ?? "";
}
