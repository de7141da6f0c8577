using EStation.Contests.Results;
using EStation.People;
using EStation.Privacy;

namespace EStation.Contests.Prizes;

/// <summary>Prizes and objections. An erasure gives up a prize that was not handed out, and takes every name and address out.</summary>
public sealed class PrizeData(
    ContestTable contests,
    NamesTable names,
    ObjectionTable objections,
    CandidateTable candidates,
    OwnPrizes prizes,
    TimeProvider time
) : IPersonalData
{
    public string Name => "prizes";

    public async Task<object?> ExportAsync(Person person)
    {
        var written = new List<ObjectionResponse>();
        foreach (var contest in await contests.ListAsync())
            written.AddRange(
                (await objections.ListAsync(contest.Rules.Id)).Where(one => one.Person == person.Id).Select(ObjectionResponse.Of)
            );
        return new { Prizes = await prizes.OfAsync(person.Id), Objections = written };
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        foreach (var contest in await contests.ListFreshAsync())
        {
            var id = contest.Rules.Id;
            await names.ForgetAsync(id, erasure.Person);
            await objections.ForgetAsync(id, erasure.Person);
            foreach (var stored in await candidates.ReadOfAsync(id, erasure.Person))
                await ForgetAsync(stored.Candidate.Id);
        }
    }

    private Task ForgetAsync(string prize) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await candidates.FindAsync(prize) is not { } stored)
                return true;
            await candidates.DeleteDeliveryAsync(stored.Candidate);
            var forgotten = stored.Candidate.Forget(time.Now());
            return forgotten == stored.Candidate || await candidates.TryChangeAsync(stored, forgotten, delivery: null);
        });
}
