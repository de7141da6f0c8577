using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Http;
using EStation.People;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Notices;

/// <summary>A question about how many people a notice would reach.</summary>
/// <param name="IsSent">Asked by sending it: the limit of an hour does not count it.</param>
/// <param name="Number">Among those of its sender that are kept.</param>
/// <param name="Follows">The number of the question whose answer it got.</param>
public sealed record Preview(
    DateTimeOffset At,
    IReadOnlyList<RegionCode> Places,
    AudienceRule? Audience,
    bool IsAnchor,
    bool IsSent = false,
    int Number = 0,
    int? Follows = null
);

/// <summary>
/// Notices and previews of a sender, in <c>Notices</c>, partition <c>sender|{person}</c>: <c>day|{day}|{person}</c> and
/// <c>previews|{person}</c>.
/// </summary>
[PersonalColumn(
    "Notices",
    "day",
    "PartitionKey",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn(
    "Notices",
    "day",
    "RowKey",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn(
    "Notices",
    "previews",
    "PartitionKey",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn(
    "Notices",
    "previews",
    "RowKey",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class SenderTable(StorageAccounts accounts)
{
    /// <summary>A column has 64 KiB.</summary>
    private const int MostBytes = 60 * 1024;
    private const byte FirstOfGzip = 0x1f;

    private TableClient Table => accounts.Table("Notices");

    public static bool Fits(IReadOnlyList<Preview> previews) => Write(previews).Length <= MostBytes;

    public async Task<SenderDay> FindDayAsync(string sender, Day day) =>
        await Table.FindAsync(PartitionOf(sender), DayKeyOf(sender, day)) is { } row ? Read<SenderDay>(row) : SenderDay.None;

    /// <summary>Decides against what was sent on the day, and stores the decision.</summary>
    /// <param name="decide">The day after, or the same day where nothing changes.</param>
    public Task<T> DecideAsync<T>(string sender, Day day, Func<SenderDay, (SenderDay After, T Answer)> decide)
        where T : class => DecideAsync(sender, DayKeyOf(sender, day), SenderDay.None, decide);

    public Task<T> DecideAsync<T>(string sender, Func<IReadOnlyList<Preview>, (IReadOnlyList<Preview> After, T Answer)> decide)
        where T : class => DecideAsync(sender, $"previews|{sender}", (IReadOnlyList<Preview>)[], decide);

    private Task<T> DecideAsync<TState, T>(string sender, string key, TState none, Func<TState, (TState After, T Answer)> decide)
        where TState : class
        where T : class =>
        OptimisticConcurrency.RetryAsync<T>(async _ =>
        {
            var row = await Table.FindAsync(PartitionOf(sender), key);
            var before = row is null ? none : Read<TState>(row);
            var (after, answer) = decide(before);
            if (ReferenceEquals(after, before))
                return answer;
            var next = new TableEntity(PartitionOf(sender), key) { ["State"] = Write(after) };
            return await Table.TryWriteAsync(next, row?.ETag) ? answer : null;
        });

    private static T Read<T>(TableEntity row)
    {
        var state = row.GetBinary("State");
        if (state is not [FirstOfGzip, ..])
            return JsonSerializer.Deserialize<T>(state, Json.AllLanguages)!; // from before states were packed
        using var packed = new GZipStream(new MemoryStream(state), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(packed, Json.AllLanguages)!;
    }

    private static byte[] Write<T>(T state)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest))
            JsonSerializer.Serialize(packed, state, Json.AllLanguages);
        return bytes.ToArray();
    }

    private static string PartitionOf(string sender) => $"sender|{sender}";

    private static string DayKeyOf(string sender, Day day) => $"day|{day}|{sender}";
}
