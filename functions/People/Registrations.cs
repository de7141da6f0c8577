using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.People;

/// <summary>Registers a person in the county of the first village, which the profile stores before: a retry completes it.</summary>
[PersonalColumn("Ledger", "person", "RowKey", Personal.Id, ExportedAs = "profile", WhenErased = WhenErased.LeadsNowhere)]
public sealed class Registrations(LedgerWriter ledgers, LedgerTable table, PersonTable people)
{
    private const string Prefix = "person|";
    private const string VillageColumn = "Village";
    private const string AudienceColumn = "Audience";
    private const string AtColumn = "At";

    public async Task<Person> CompleteAsync(Person person, DateTimeOffset now)
    {
        if (person is not { Registered: false, County: { } county, Profile.Village: { } village })
            return person;
        var news = new PersonRegistered(village, person.AudienceAt(now), Day.Of(now));
        await ledgers.WriteAsync(county, EntryOf(person.Id, county, news, now)); // an existing row is of this person
        return await people.ChangeAsync(person.Id, stored => stored with { Registered = true }) ?? person;
    }

    public IAsyncEnumerable<PersonRegistered> ReadAllAsync(RegionCode county) =>
        table
            .ReadRange(county, Prefix)
            .Select(row => new PersonRegistered(
                RegionCode.Parse(row.GetString(VillageColumn)),
                (Audience)row.GetInt32(AudienceColumn)!.Value,
                Day.Of(row.GetDateTimeOffset(AtColumn)!.Value)
            ));

    public static Entry EntryOf(string person, RegionCode county, PersonRegistered news, DateTimeOffset now) =>
        Entry.Insert(
            new TableEntity(county.Value, Prefix + person)
            {
                [VillageColumn] = news.Village.Value,
                [AudienceColumn] = (int)news.Audience,
                [AtColumn] = now,
            },
            news
        );
}
