using Azure.Data.Tables;
using EStation.Ledger;
using EStation.People;
using EStation.Regions;
using Microsoft.Extensions.Logging;

namespace EStation.Inbox;

/// <summary>
/// Delivers the tellings of a county: each into the inbox, and one message a person about those that are worth one. A telling is deleted when
/// it is delivered: whatever dies before leaves it to the next roll-up, which shows the same rows again.
/// </summary>
public sealed class Delivery(
    TellingTable tellings,
    InboxTable inbox,
    Readers readers,
    Sender sender,
    TellingKinds kinds,
    IEnumerable<IGroup> groups,
    FoldTable fold,
    LedgerWriter ledgers,
    InboxOptions options,
    TimeProvider time,
    ILogger<Delivery> logger
)
{
    /// <summary>For so long a message is tried again that the outlet does not take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private const int AtOnce = 16;

    private enum Outcome
    {
        Delivered,

        /// <summary>Delivered, and the outlet took a message about it.</summary>
        Sent,

        /// <summary>Shown; a message was sent a moment ago, the next one says it too.</summary>
        Held,

        /// <summary>Shown; the outlet did not take the message.</summary>
        Failed,
    }

    /// <exception cref="UnavailableException">The outlet did not take some messages: they wait for the next roll-up.</exception>
    public async Task RunAsync(RegionCode county)
    {
        var waiting = await tellings.ReadAsync(county);
        if (waiting.Any(one => one.Telling.To.Group is not null))
        {
            foreach (var group in waiting.Where(one => one.Telling.To.Group is not null))
                await ExpandAsync(county, group);
            waiting = await tellings.ReadAsync(county);
        }

        var (held, failed, isAway) = (0, 0, false);
        foreach (var some in waiting.Where(one => one.Telling.To.Group is null).GroupBy(one => one.Telling.To).Chunk(AtOnce))
        {
            var outcomes = await Task.WhenAll(some.Select(person => TellAsync(person.Key, [.. person], isAway)));
            var told = some.Zip(outcomes).ToLookup(one => one.Second is Outcome.Delivered or Outcome.Sent, one => one.First);
            await CountAsync(county, some.Zip(outcomes).Where(one => one.Second == Outcome.Sent).SelectMany(one => one.First));
            await tellings.DeleteAsync(county, told[true].SelectMany(one => one));
            await tellings.NoteShownAsync(county, told[false].SelectMany(one => one).Where(one => !one.IsShown));
            held += outcomes.Count(outcome => outcome == Outcome.Held);
            failed += outcomes.Count(outcome => outcome == Outcome.Failed);
            isAway |= Array.TrueForAll(outcomes, outcome => outcome == Outcome.Failed);
        }

        if (held > 0)
            await fold.MarkAsync(county, [TellingStored.Document]);
        if (failed > 0)
            throw new UnavailableException($"The outlet did not take {failed} messages of county {county}.");
    }

    /// <summary>A repetition after a crash counts again what it sends again.</summary>
    private async Task CountAsync(RegionCode county, IEnumerable<StoredTelling> sent)
    {
        foreach (var same in sent.GroupBy(one => (one.Telling.Id, one.Telling.Kind)))
        {
            if (kinds.Find(same.Key.Kind)?.Delivered is not { } counted)
                continue;
            var row = new TableEntity(county.Value, $"delivered|{same.Key.Id}|{Guid.NewGuid():N}");
            await ledgers.WriteAsync(county, Entry.Insert(row, counted(same.Key.Id, same.Count())));
        }
    }

    private async Task ExpandAsync(RegionCode county, StoredTelling stored)
    {
        var group = groups.Single(group => group.Name == stored.Telling.To.Group);
        await tellings.ExpandAsync(county, stored, await group.ListAsync(stored.Telling.To.Reference!));
    }

    private async Task<Outcome> TellAsync(Addressee to, IReadOnlyList<StoredTelling> waiting, bool isAway)
    {
        if (await readers.FindAsync(to) is not { } reader)
            return Outcome.Delivered; // erased since
        var all = waiting.Select(one => one.Telling).OrderBy(telling => telling.At).ToList();
        var unseen = waiting
            .Where(one => !one.IsShown && kinds.Find(one.Telling.Kind) is not { IsMessageOnly: true })
            .Select(one => one.Telling)
            .ToList();
        // Of several of one kind about one thing, the last says what holds now.
        var worth = all.Where(telling => kinds.Find(telling.Kind) is { } kind && reader.Takes(kind))
            .GroupBy(telling => (telling.Kind, telling.Link))
            .Select(same => same.Last())
            .ToList();
        if (worth.Count == 0 || isAway || reader.Inbox is null)
        {
            if (reader.Inbox is { } shown)
                await inbox.ShowAsync(shown, unseen);
            return worth.Count == 0 ? Outcome.Delivered
                : isAway ? Outcome.Failed
                : OutcomeOf(await sender.SendAsync(reader, worth), worth);
        }

        var claim = Guid.NewGuid().ToString("N");
        if (!await inbox.ClaimAsync(reader.Inbox, unseen, claim, time.Now(), options.Burst))
            return Outcome.Held;
        var sent = await sender.SendAsync(reader, worth);
        if (sent == PhoneMessage.Later)
            await inbox.ReleaseAsync(reader.Inbox, claim);
        return OutcomeOf(sent, worth);
    }

    private Outcome OutcomeOf(PhoneMessage sent, List<Telling> worth)
    {
        if (sent != PhoneMessage.Later)
            return sent == PhoneMessage.Sent ? Outcome.Sent : Outcome.Delivered;
        if (time.Now() < worth[^1].At + Patience)
            return Outcome.Failed;
        logger.LogError("A message about {Kind} could not be sent for a day and is given up", worth[0].Kind);
        return Outcome.Delivered;
    }
}
