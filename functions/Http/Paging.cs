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

    /// <summary>The page of a list that is in memory.</summary>
    public Page<T> Take<T>(IEnumerable<T> all, Func<T, string> keyOf)
    {
        var rest = After is null ? all : all.SkipWhile(item => keyOf(item) != After).Skip(1);
        var items = rest.Take(Limit + 1).ToList();
        return items.Count <= Limit ? new Page<T>(items, null) : new Page<T>(items[..Limit], CursorOf(keyOf(items[Limit - 1])));
    }

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
