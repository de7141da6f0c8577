using EStation.People;

namespace EStation.Privacy;

/// <summary>Erases people in idempotent steps, stored first: the next request or the timer completes a failed one.</summary>
public sealed class Erasures(ErasureTable table, PersonTable people, PhoneTable phones, IEnumerable<IPersonalData> everywhere)
{
    public async Task<bool> EraseAsync(string person, DateTimeOffset now)
    {
        var known = await people.FindFreshAsync(person);
        if (known is not null)
            await table.BeginAsync(new Erasure(person, phones.HashesOf(known.Phone), known.County, known.Earlier ?? [], now));
        if (await table.FindAsync(person) is { } erasure)
            await RunAsync(erasure with { Phone = known?.Phone });
        return await table.IsErasedNowAsync(person);
    }

    public async Task CompleteAsync(DateTimeOffset now)
    {
        foreach (var erasure in await table.ListOpenAsync())
        {
            if (now - erasure.At < Erasure.SecondLook)
                continue;
            await RunAsync(erasure with { IsLastLook = true });
            await table.EndAsync(erasure);
        }

        await table.TidyAsync(now);
    }

    // The profile is last: until then a repeated request has all data that it needs.
    private async Task RunAsync(Erasure erasure)
    {
        // The profile no longer changes from here on, so the county is final.
        if (await people.LeaveAsync(erasure.Person) is { County: { } county } && erasure.County is null)
            await table.AmendAsync(erasure = erasure with { County = county });
        foreach (var place in everywhere)
            await place.ForgetAsync(erasure);
        await people.ForgetAsync(erasure.Person, erasure.PhoneHashes);
    }
}
