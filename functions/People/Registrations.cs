using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.People;

/// <summary>
/// A person is registered in the ledger of a county when the first village is known. The county is fixed in the profile before, and the
/// profile says afterwards that it is done: whatever dies in between, the next request completes it, in the same county.
/// </summary>
[PersonalColumn("Ledger", "person", "RowKey", Personal.Id, ExportedAs = "profile", WhenErased = WhenErased.LeadsNowhere)]
public sealed class Registrations(LedgerWriter ledgers, PersonTable people)
{
    public async Task<Person> CompleteAsync(Person person, DateTimeOffset now)
    {
        if (person is not { Registered: false, County: { } county, Profile.Village: { } village })
            return person;
        var news = new PersonRegistered(village, person.AudienceAt(now), Day.Of(now));
        await ledgers.WriteAsync(county, EntryOf(person.Id, county, news, now)); // a row that is there already is this person's own
        return await people.ChangeAsync(person.Id, stored => stored with { Registered = true }) ?? person;
    }

    public static Entry EntryOf(string person, RegionCode county, PersonRegistered news, DateTimeOffset now) =>
        Entry.Insert(
            new TableEntity(county.Value, $"person|{person}")
            {
                ["Village"] = news.Village.Value,
                ["Audience"] = (int)news.Audience,
                ["At"] = now,
            },
            news
        );
}
