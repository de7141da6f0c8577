using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EStation.Notices;

/// <summary>The notices of a place that are read together, and the page with older ones.</summary>
/// <param name="Older">The name of the next page; null on the last one.</param>
public sealed record PlaceDocument(IReadOnlyList<PlacedNotice> Notices, string? Older)
{
    public const int MostNotices = 50;
    public const int MostBytes = 48 * 1024;

    public static readonly PlaceDocument Empty = new([], null);

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static PlaceDocument Read(byte[] stored) => JsonSerializer.Deserialize<PlaceDocument>(stored, Json)!;

    public bool Has(string id) => Notices.Any(notice => notice.Id == id);

    /// <summary>The same without a notice, and without those that have ended.</summary>
    public PlaceDocument Without(string id, DateTimeOffset now) =>
        this with
        {
            Notices = [.. Notices.Where(notice => notice.Id != id && !notice.HasEndedAt(now))],
        };

    /// <summary>With one more. The older half goes to a page of its own when the document becomes too large.</summary>
    /// <param name="page">The name that such a page gets.</param>
    public (PlaceDocument After, PlaceDocument? Page) With(PlacedNotice notice, string page, DateTimeOffset now)
    {
        var all = Notices
            .Where(other => other.Id != notice.Id && !other.HasEndedAt(now))
            .Append(notice)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .ToList();
        var whole = new PlaceDocument(all, Older);
        if (all.Count <= MostNotices && whole.Write().Length <= MostBytes)
            return (whole, null);
        var newer = all.Count / 2;
        return (new PlaceDocument(all[..newer], page), new PlaceDocument(all[newer..], Older));
    }
}
