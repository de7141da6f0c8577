using EStation.Ledger;
using EStation.People;
using EStation.Regions;
using Microsoft.Extensions.Logging;

namespace EStation.Notices;

/// <summary>
/// Brings the places of notices up to date: one write a place. A request does it at once; what it does not finish, the timer does.
/// </summary>
public sealed class Placing(
    NoticeTable notices,
    PlaceTable places,
    ReachTable reach,
    LedgerWriter ledgers,
    Divisions divisions,
    TimeProvider time,
    ILogger<Placing> logger
)
{
    private const int AtOnce = 8;

    /// <summary>A notice is stored soon after it is opened, or never.</summary>
    private static readonly TimeSpan Storing = TimeSpan.FromHours(1);

    /// <summary>Brings the places up to date that wait for it.</summary>
    public async Task RunAsync()
    {
        foreach (var (id, read, since) in await notices.ReadOpenAsync())
        {
            if (await notices.FindAsync(id) is not { } stored)
            {
                if (time.Now() > since + Storing)
                    await notices.CloseAsync(id, read);
                continue;
            }

            if (await PlaceAsync(stored.Notice))
                await notices.CloseAsync(id, read);
        }
    }

    /// <summary>Brings the places of one notice up to date, and closes it.</summary>
    public async Task RunAsync(string id)
    {
        var open = (await notices.ReadOpenAsync()).FirstOrDefault(one => one.Id == id);
        if (open.Id is not null && await notices.FindAsync(id) is { } stored && await PlaceAsync(stored.Notice))
            await notices.CloseAsync(id, open.Read);
    }

    /// <returns>False when something is still to come.</returns>
    private async Task<bool> PlaceAsync(Notice notice)
    {
        var now = time.Now();
        if (notice.Until <= now)
            return true;
        if (notice.State == NoticeState.Waiting)
            return false;
        await Parallel.ForEachAsync(
            notice.Places,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (place, _) =>
                await (notice.State == NoticeState.Sent ? places.AddAsync(place, notice.Placed) : places.RemoveAsync(place, notice.Id))
        );
        if (notice is not { State: NoticeState.Sent, Channel: NoticeChannel.Message })
            return true;
        if (notice.Placed.At > now)
            return false; // its message is sent when it appears
        var sources = await new Reach(reach, Day.Of(now).Date.Year).SourcesAsync(notice.Places, notice.Audience);
        foreach (var county in sources)
            await ledgers.WriteAsync(county, NoticeTellings.EntryOf(notice, county, divisions, now));
        logger.LogInformation("Messages about notice {Notice} in {Counties} counties", notice.Id, sources.Count);
        return true;
    }
}
