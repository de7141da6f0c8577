using EStation.Regions;

namespace EStation.Contests.Attempts;

/// <summary>Parses <c>{contest}|{region}</c>, a part of document names.</summary>
public static class ContestRegion
{
    public static bool TryParse(string text, out (string Contest, RegionCode Region) key)
    {
        key = default;
        if (text.Split('|') is not [var contest, var code] || !RegionCode.TryParse(code, null, out var region))
            return false;
        key = (contest, region);
        return true;
    }
}
