using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.People;

/// <summary>
/// Residents as they are counted: <c>resident|{person}</c> in the person's own ledger, changed in one transaction with the counts. The profile
/// says whether it is counted: whatever dies between the two, the next change or the nightly run completes it.
/// </summary>
[PersonalColumn("Ledger", "resident", "RowKey", Personal.Id, ExportedAs = "profile", WhenErased = WhenErased.LeadsNowhere)]
public sealed class Residents(LedgerWriter ledgers, LedgerTable table, PersonTable people)
{
    private const string Prefix = "resident|";

    /// <summary>Counts a person as the profile is now.</summary>
    public async Task<Person> FollowAsync(Person person)
    {
        if (person is not { IsCounted: false, County: { } county, Profile.Village: not null })
            return person;
        var counted = await OptimisticConcurrency.RetryAsync<Counted>(async _ =>
        {
            // The row first: a profile that changes after it was read is counted by a rival, whose write ours then conflicts with.
            var row = await table.FindAsync(county, Prefix + person.Id);
            if (await people.FindFreshAsync(person.Id) is not { IsLeaving: false } now)
                return new Counted(null);
            var (before, after) = (row is null ? null : ResidentOf(row), Resident.Of(now.Profile));
            if (before == after)
                return new Counted(after);
            var entry = Entry.Put(RowOf(county, person.Id, after), row?.ETag, NewsOf(before, after));
            return await ledgers.WriteAsync(county, entry) is null ? new Counted(after) : null;
        });
        return await people.ChangeAsync(person.Id, stored => stored with { IsCounted = Resident.Of(stored.Profile) == counted.Resident })
            ?? person;
    }

    /// <summary>Counts somebody for the first time, with <see cref="Resident.Added"/>.</summary>
    public static TableTransactionAction Insert(RegionCode county, string person, Resident resident) =>
        new(TableTransactionActionType.Add, RowOf(county, person, resident));

    /// <summary>The residents who are kept in a county's ledger and live in one of these places.</summary>
    public async Task<IReadOnlyList<(string Person, Resident Resident)>> ReadAsync(RegionCode county, Func<Resident, bool> wanted) =>
        await table
            .ReadRange(county, Prefix)
            .Select(row => (Person: row.RowKey[Prefix.Length..], Resident: ResidentOf(row)))
            .Where(one => one.Resident is not null && wanted(one.Resident))
            .Select(one => (one.Person, one.Resident!))
            .ToListAsync();

    /// <summary>Somebody who is erased lives nowhere.</summary>
    public Task ForgetAsync(RegionCode county, string person) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await table.FindAsync(county, Prefix + person) is not { } row || ResidentOf(row) is not { } before)
                return true;
            return await ledgers.WriteAsync(county, Entry.Put(RowOf(county, person, null), row.ETag, NewsOf(before, null))) is null;
        });

    private static IEnumerable<News> NewsOf(Resident? before, Resident? after)
    {
        if (before is not null)
            yield return before.Added with
            {
                Change = -1,
            };
        if (after is not null)
            yield return after.Added;
    }

    private static TableEntity RowOf(RegionCode county, string person, Resident? resident) =>
        new(county.Value, Prefix + person) { ["Village"] = resident?.Village.Value, ["Traits"] = resident?.Traits.ToString() };

    private static Resident? ResidentOf(TableEntity row) =>
        row.GetString("Village") is { } village ? new Resident(RegionCode.Parse(village), Traits.Parse(row.GetString("Traits"))) : null;

    private sealed record Counted(Resident? Resident);
}
