using Azure;
using EStation.Ledger;
using EStation.Messages;
using EStation.People;
using EStation.Storage;

namespace EStation.Trainings;

/// <summary>
/// Tells people what the ledger has kept for them. A notice goes when everybody has been told; whoever dies before leaves it to the next, who
/// sends it to all again, under the same ids, by which the outlet knows them.
/// </summary>
internal sealed class Notices(LedgerTable table, StorageAccounts accounts, EnrolmentTable enrolments, PersonTable people, IMessages messages)
{
    private const int AtOnce = 16;

    public async Task SendAsync(Training training, Places places)
    {
        IReadOnlyList<Enrolment>? everybody = null;
        await foreach (var row in table.ReadRange(TrainingKeys.CountyOf(training.Id), TrainingKeys.Notices(training.Id)))
        {
            var notice = TrainingRows.NoticeOf(row);
            everybody ??= await enrolments.ReadAsync(training.Id);
            await Parallel.ForEachAsync(
                everybody.Where(enrolment => notice.IsFor(enrolment, places)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (enrolment, _) => await TellAsync(notice, training, enrolment));
            await DeleteAsync(row.PartitionKey, row.RowKey, row.ETag);
        }
    }

    private async Task TellAsync(Notice notice, Training training, Enrolment enrolment)
    {
        if (await people.FindAsync(enrolment.Person) is not { } person)
            return; // erased since: nothing leads to the phone any more
        var text = NoticeText.Of(notice.Kind, training, person.Profile.Language);
        await messages.SendAsync(new Message(person.Phone, text, notice.At) { Id = $"{training.Id}-{notice.Key}-{person.Id}" });
    }

    private async Task DeleteAsync(string partition, string key, ETag read)
    {
        try
        {
            await accounts.Ledger(Regions.RegionCode.Parse(partition)).DeleteEntityAsync(partition, key, read);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            // Another instance has sent it at the same time; the outlet knows the ids.
        }
    }
}
