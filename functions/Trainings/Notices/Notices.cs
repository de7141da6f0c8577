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
/// knows them.
/// </summary>
internal sealed class Notices(
    LedgerTable table,
    StorageAccounts accounts,
    EnrolmentTable enrolments,
    PersonTable people,
    IMessages messages,
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
        foreach (var some in those.Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(enrolment => TellAsync(notice, training, enrolment)));
            if (some[^1] == those[^1])
                break;
            if (
                !await ledger.TryWriteAsync(TrainingRows.Of(training.Id, notice with { Told = some[^1].Number }), row.ETag)
                || await ledger.FindAsync(row.PartitionKey, row.RowKey) is not { } told
            )
                return; // another instance sends it at the same time; the outlet knows the ids
            row = told;
        }

        await ledger.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    private async Task TellAsync(Notice notice, Training training, Enrolment enrolment)
    {
        if (await people.FindAsync(enrolment.Person) is not { } person)
            return; // erased since: nothing leads to the phone any more
        var text = NoticeText.Of(notice.Kind, training, person.Profile.Language);
        try
        {
            await messages.SendAsync(new Message(person.Phone, text, notice.At) { Id = $"{training.Id}-{notice.Key}-{person.Id}" });
        }
        catch (MessageRefusedException refused)
        {
            // A number that is none: the others must not wait for it.
            logger.LogWarning(
                refused,
                "Person {Person} was not told of {Notice} of training {Training}",
                person.Id,
                notice.Kind,
                training.Id
            );
        }
    }
}
