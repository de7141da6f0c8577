namespace EStation.Regions;

/// <summary>How people call a division. The official list names committees, and in places repeats county and town.</summary>
public static class PlaceName
{
    private static readonly (string Ending, int Kept)[] Committees =
    [
        ("社区居民委员会", 2),
        ("村村民委员会", 1),
        ("村村委会", 1),
        ("村民委员会", 1),
        ("村委会", 1),
        ("村委", 1),
        ("村子委会", 2),
    ];

    // The longer before the shorter: a name loses one of them.
    private static readonly string[] Kinds =
    [
        "朝鲜族自治州",
        "朝鲜族自治县",
        "蒙古族自治县",
        "满族自治县",
        "锡伯族乡",
        "朝鲜族镇",
        "朝鲜族乡",
        "蒙古族乡",
        "蒙古族镇",
        "满族镇",
        "满族乡",
        "回族乡",
        "居委会",
        "街道",
        "社区",
        "镇",
        "乡",
        "村",
        "县",
        "市",
        "区",
        "省",
    ];

    /// <summary>A name without what it repeats of those above it, and a village's without its committee.</summary>
    /// <param name="listed">As in the official list. The result is a part of it.</param>
    /// <param name="above">The listed names from the prefecture down to the one just above.</param>
    public static string Shown(string listed, RegionLevel level, IReadOnlyList<string> above)
    {
        var name = level > RegionLevel.County ? WithoutPlaces(listed, above) : listed;
        return level == RegionLevel.Village ? WithoutCommittee(WithoutRemarks(name)) : name;
    }

    /// <summary>The part of a name without its kind: 永春 of 永春镇.</summary>
    public static string Bare(string name) =>
        Kinds.FirstOrDefault(kind => name.Length > kind.Length && name.EndsWith(kind, StringComparison.Ordinal)) is { } found
            ? name[..^found.Length]
            : name;

    /// <summary>张家村 of 张家村民委员会.</summary>
    public static string WithoutCommittee(string name)
    {
        foreach (var (ending, kept) in Committees)
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
                return name[..(name.Length - ending.Length + kept)];
        }

        return name;
    }

    private static string WithoutPlaces(string listed, IReadOnlyList<string> above)
    {
        var repeated = above[0] + above[1];
        if (!listed.StartsWith(repeated, StringComparison.Ordinal))
            return listed;
        var rest = listed[repeated.Length..];
        if (above.Count < 3)
            return rest;
        var town = above[2].StartsWith(repeated, StringComparison.Ordinal) ? above[2][repeated.Length..] : above[2];
        // Some names of villages have 平东街 where the town is 平东街道.
        string[] forms = [town, town.TrimEnd('道')];
        return forms.FirstOrDefault(form => rest.Length > form.Length && rest.StartsWith(form, StringComparison.Ordinal)) is { } found
            ? rest[found.Length..]
            : rest;
    }

    // 合隆村委会（合隆经济开发区）（省级）: without the remarks names stay different within each town.
    private static string WithoutRemarks(string name)
    {
        while (name.EndsWith('）') && name.LastIndexOf('（') is var at and > 0)
            name = name[..at];
        return name;
    }
}
