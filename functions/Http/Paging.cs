using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Http;

/// <summary>A page of a list, and where the next one begins.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page is wanted: <c>?limit=</c> and <c>?cursor=</c>.</summary>
/// <param name="After">The key of the last item of the page before, or null for the first page.</param>
public sealed record Paging(int Limit, string? After)
{
    private const int UsualLimit = 20;
    private const int MostLimit = 100;

    public static Paging Of(HttpRequest request, Validation check)
    {
        var limit = Query.Number(request, "limit", UsualLimit, MostLimit, check);
        var after = Query.Text(request, "cursor") is { } cursor ? Decode(cursor, check) : null;
        return new Paging(limit, after);
    }

    /// <summary>The page of a list that is in memory, in the order of its keys: it goes on also where the last item has left.</summary>
    /// <param name="keyOf">Unique, and ordered as characters are.</param>
    public Page<T> Take<T>(IEnumerable<T> all, Func<T, string> keyOf)
    {
        var items = all.Where(item => After is null || string.CompareOrdinal(keyOf(item), After) > 0)
            .OrderBy(keyOf, StringComparer.Ordinal)
            .Take(Limit + 1)
            .ToList();
        return items.Count <= Limit ? new Page<T>(items, null) : new Page<T>(items[..Limit], CursorOf(keyOf(items[Limit - 1])));
    }

    /// <summary>A key for the place in a list whose order has no key of its own.</summary>
    public static string Place(int at) => at.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>A key that puts the earlier first.</summary>
    public static string Rising(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>A key that puts the later first.</summary>
    public static string Falling(DateTimeOffset at) =>
        (DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    public static string CursorOf(string key) => Base64UrlEncoder.Encode(key);

    private static string? Decode(string cursor, Validation check)
    {
        try
        {
            return Base64UrlEncoder.Decode(cursor);
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException or DecoderFallbackException)
        {
            check.Refuse("cursor", "is not one of ours");
            return null;
        }
    }
}
