namespace EStation.Regions;

/// <summary>The statistics bureau's list (seeds/README.md), part of the program, as it changes once a year.</summary>
public sealed class Divisions
{
    private readonly Dictionary<RegionCode, Division> byCode;

    private Divisions()
    {
        var korean = Read("divisions.ko.tsv").ToDictionary(line => line[0], line => line[1]);
        var listed = Read("divisions.tsv").ToDictionary(line => RegionCode.Parse(line[0]), line => line[1]);
        byCode = listed.ToDictionary(
            line => line.Key,
            line => new Division(line.Key, new Text(NameOf(line.Key, listed), korean.GetValueOrDefault(line.Key.Value)), line.Value)
        );
        foreach (var division in byCode.Values.OrderBy(division => division.Code.Value, StringComparer.Ordinal))
        {
            if (division.Code.Parent is { } parent)
                byCode[parent].Children.Add(division);
        }

        Counties = [.. byCode.Keys.Where(code => code.Level == RegionLevel.County).OrderBy(code => code.Value, StringComparer.Ordinal)];
    }

    /// <summary>Read once a process.</summary>
    public static Divisions Listed { get; } = new();

    public IReadOnlyList<RegionCode> Counties { get; }

    public IEnumerable<Division> All => byCode.Values;

    public Division? Find(RegionCode code) => byCode.GetValueOrDefault(code);

    /// <summary>The names from the province down to a place. An unknown code stands for itself.</summary>
    public IReadOnlyList<Text> NamesDownTo(RegionCode place) =>
        [.. place.Upwards.Reverse().Select(region => Find(region)?.Name ?? new Text(region.Value))];

    private static string NameOf(RegionCode code, Dictionary<RegionCode, string> listed) =>
        PlaceName.Shown(
            listed[code],
            code.Level,
            [.. code.Upwards.Skip(1).TakeWhile(above => above.Level > RegionLevel.Province).Reverse().Select(above => listed[above])]
        );

    /// <summary>The lines of a list that comes with the program.</summary>
    internal static IEnumerable<string[]> Read(string resource)
    {
        using var stream =
            typeof(Divisions).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its list {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line.Split('\t');
        }
    }
}
