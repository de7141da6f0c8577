using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EStation.Storage;

namespace EStation.Contests.Prizes;

/// <summary>The id of a candidate's prize: the contest, then <c>r</c> or <c>d</c> with the position.</summary>
public static class PrizeId
{
    public static string Of(string contest, PrizeBy by, int position) =>
        string.Create(CultureInfo.InvariantCulture, $"{contest}_{(by == PrizeBy.Rank ? 'r' : 'd')}{position}");

    public static bool TryParse(string id, [NotNullWhen(true)] out string? contest, out PrizeBy by, out int position)
    {
        var end = id.LastIndexOf('_');
        (contest, by, position) = (null, PrizeBy.Rank, 0);
        if (end <= 0 || !TableKey.IsValid(id[..end]) || id[(end + 1)..] is not ['r' or 'd', ..] code)
            return false;
        contest = id[..end];
        by = code[0] == 'r' ? PrizeBy.Rank : PrizeBy.Draw;
        return int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }
}
