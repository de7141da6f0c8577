using EStation.People;

namespace EStation.Privacy;

/// <summary>
/// Erases people. What is to be done is stored first, and each step may be repeated: whatever dies in between, the next request or the
/// timer completes it.
/// </summary>
public sealed class Erasures(ErasureTable table, PersonTable people, PhoneTable phones, IEnumerable<IPersonalData> everywhere)
{
    /// <summary>Whether there was, or is, anybody to erase.</summary>
    public async Task<bool> EraseAsync(string person, DateTimeOffset now)
    {
        var known = await people.FindFreshAsync(person);
        if (known is not null)
            await table.BeginAsync(new Erasure(person, phones.HashesOf(known.Phone), known.County, known.Earlier ?? [], now));
        if (await table.FindAsync(person) is { } erasure)
            await RunAsync(erasure with { Phone = known?.Phone });
        return await table.IsErasedNowAsync(person);
    }

    /// <summary>The second look at those whose first is long enough ago.</summary>
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

    // The profile last: until then the request can be repeated with everything that it needs.
    private async Task RunAsync(Erasure erasure)
    {
        // From here on nobody changes the profile: the county, where all that follows is looked for, is final.
        if (await people.LeaveAsync(erasure.Person) is { County: { } county } && erasure.County is null)
            await table.AmendAsync(erasure = erasure with { County = county });
        foreach (var place in everywhere)
            await place.ForgetAsync(erasure);
        await people.ForgetAsync(erasure.Person, erasure.PhoneHashes);
    }
}
