using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Messages;
using EStation.People;
using EStation.Storage;
using Microsoft.Extensions.Logging;

namespace EStation.Trainings;

/// <summary>
/// Tells people what the ledger has kept for them, in the order of their sign-up. How far that has come is kept with the notice, which goes
/// when everybody has been told: whoever dies before leaves it to the next, who sends a few again, under the same ids, by which the outlet
/// knows them. Whom the outlet does not take is tried again, for a day; nobody else is told again for that.
/// </summary>
public sealed class Notices(
    LedgerTable table,
    StorageAccounts accounts,
    EnrolmentTable enrolments,
    PersonTable people,
    IMessages messages,
    TimeProvider time,
    ILogger<Notices> logger
)
{
    private const int AtOnce = 16;

    public async Task SendAsync(Training training, Places places)
    {
        IReadOnlyList<Enrolment>? everybody = null;
        await foreach (var row in table.ReadRange(TrainingKeys.CountyOf(training.Id), TrainingKeys.Notices(training.Id)))
        {
            var notice = TrainingRows.NoticeOf(row);
            everybody ??= await enrolments.ReadAsync(training.Id);
            await SendAsync(notice, row, training, [.. everybody.Where(enrolment => notice.IsFor(enrolment, places))]);
        }
    }

    private async Task SendAsync(Notice notice, TableEntity row, Training training, IReadOnlyList<Enrolment> those)
    {
        var ledger = accounts.Ledger(TrainingKeys.CountyOf(training.Id));
        var late = time.Now() >= notice.At + Notice.Patience;
        foreach (var some in those.Chunk(AtOnce))
        {
            var told = await Task.WhenAll(some.Select(enrolment => TellAsync(notice, training, enrolment)));
            var missed = some.Where((_, at) => !told[at]).ToList();
            if (missed.Count == some.Length && !late)
                throw new UnavailableException($"The outlet takes nothing of training {training.Id}.");
            notice = notice.After(some, missed);
            if (some[^1] == those[^1] && notice.Missed is [])
                break;
            if (
                !await ledger.TryWriteAsync(TrainingRows.Of(training.Id, notice), row.ETag)
                || await ledger.FindAsync(row.PartitionKey, row.RowKey) is not { } written
            )
                return; // another instance sends it at the same time; the outlet knows the ids
            row = written;
        }

        if (notice.Missed.Count > 0 && !late)
            throw new UnavailableException($"The outlet did not take {notice.Missed.Count} messages of training {training.Id}.");
        if (notice.Missed.Count > 0)
            logger.LogError("{People} could not be told of {Notice} of training {Training}", notice.Missed.Count, notice.Kind, training.Id);
        await ledger.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    /// <returns>False when the outlet did not take it, and may later.</returns>
    private async Task<bool> TellAsync(Notice notice, Training training, Enrolment enrolment)
    {
        if (await people.FindAsync(enrolment.Person) is not { } person)
            return true; // erased since: nothing leads to the phone any more
        var text = NoticeText.Of(notice.Kind, training, person.Profile.Language);
        try
        {
            await messages.SendAsync(new Message(person.Phone, text, notice.At) { Id = $"{training.Id}-{notice.Key}-{person.Id}" });
            return true;
        }
        catch (UnavailableException away)
        {
            // A number that is none, or a gateway that fails for it: the others must not wait for it.
            logger.LogWarning(away, "Person {Person} was not told of {Notice} of training {Training}", person.Id, notice.Kind, training.Id);
            return away is MessageRefusedException;
        }
    }
}
