namespace EStation.Regions;

/// <summary>The statistics bureau's list (seeds/README.md), part of the program, as it changes once a year.</summary>
public sealed class Divisions
{
    private readonly Dictionary<RegionCode, Division> byCode;

    public Divisions()
    {
        var korean = Read("divisions.ko.tsv").ToDictionary(line => line[0], line => line[1]);
        byCode = Read("divisions.tsv")
            .Select(line => new Division(RegionCode.Parse(line[0]), new Text(line[1], korean.GetValueOrDefault(line[0]))))
            .ToDictionary(division => division.Code);
        foreach (var division in byCode.Values.OrderBy(division => division.Code.Value, StringComparer.Ordinal))
        {
            if (division.Code.Parent is { } parent)
                byCode[parent].Children.Add(division);
        }

        Counties = [.. byCode.Keys.Where(code => code.Level == RegionLevel.County).OrderBy(code => code.Value, StringComparer.Ordinal)];
    }

    public IReadOnlyList<RegionCode> Counties { get; }

    public Division? Find(RegionCode code) => byCode.GetValueOrDefault(code);

    /// <summary>The names from the province down to a place. An unknown code stands for itself.</summary>
    public IReadOnlyList<Text> NamesDownTo(RegionCode place) =>
        [.. place.Upwards.Reverse().Select(region => Find(region)?.Name ?? new Text(region.Value))];

    private static IEnumerable<string[]> Read(string resource)
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
