using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Http;

public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <param name="After">The key of the previous page's last item; null for the first page.</param>
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

    /// <summary>A page of a list in memory, in key order. It continues even when the last item was removed.</summary>
    /// <param name="keyOf">Unique and in ordinal order.</param>
    public Page<T> Take<T>(IEnumerable<T> all, Func<T, string> keyOf)
    {
        var items = all.Where(item => After is null || string.CompareOrdinal(keyOf(item), After) > 0)
            .OrderBy(keyOf, StringComparer.Ordinal)
            .Take(Limit + 1)
            .ToList();
        return items.Count <= Limit ? new Page<T>(items, null) : new Page<T>(items[..Limit], CursorOf(keyOf(items[Limit - 1])));
    }

    /// <summary>A key by position, for lists whose order has no key.</summary>
    public static string Place(int at) => at.ToString("D10", CultureInfo.InvariantCulture);

    public static string Rising(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

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
