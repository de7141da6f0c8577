using System.Text.RegularExpressions;
using EStation.Regions;
using EStation.Showcase;
using EStation.Statistics;
using EStation.Trainings;

namespace EStation;

/// <summary>The formats that the OpenAPI document shows, held against the parsers.</summary>
public class FormatTests
{
    private static readonly string[] Samples =
    [
        "22",
        "2201",
        "220104",
        "220102001",
        "220102001001",
        "2026",
        "2026-11",
        "2026-11-24",
        "220104" + new string('a', 30),
        "220104" + new string('g', 30),
        .. Programme.Codes,
        "spark ",
        "2",
        "",
    ];

    [Fact]
    public void A_value_that_is_parsed_looks_as_its_format_says()
    {
        AssertFormat<RegionCode>();
        AssertFormat<Day>();
        AssertFormat<PeriodKey>();
        AssertFormat<VideoId>();
        AssertFormat<Programme>();
    }

    private static void AssertFormat<T>()
        where T : IParsable<T>, IFormatted
    {
        var format = T.Format;
        var parsed = Samples.Where(sample => T.TryParse(sample, null, out _)).ToList();
        Assert.NotEmpty(parsed);
        Assert.All(parsed, sample => Assert.True(Fits(sample, format), $"{typeof(T).Name} takes {sample}, its format does not"));
        Assert.Contains(Samples, sample => !Fits(sample, format));
    }

    private static bool Fits(string sample, Format format) =>
        format.Values?.Contains(sample) ?? Regex.IsMatch(sample, format.Pattern!, RegexOptions.ECMAScript);
}
