using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.People;

/// <summary>Registers a person in the county of the first village, which the profile stores before: a retry completes it.</summary>
[PersonalColumn("Ledger", "person", "RowKey", Personal.Id, ExportedAs = "profile", WhenErased = WhenErased.LeadsNowhere)]
public sealed class Registrations(LedgerWriter ledgers, LedgerTable table, PersonTable people, Residents residents)
{
    private const string Prefix = "person|";
    private const string VillageColumn = "Village";
    private const string AudienceColumn = "Audience";
    private const string AtColumn = "At";

    public async Task<Person> CompleteAsync(Person person, DateTimeOffset now)
    {
        if (person is not { Registered: false, County: { } county, Profile.Village: { } village })
            return await residents.FollowAsync(person);
        var news = new PersonRegistered(village, person.AudienceAt(now), Day.Of(now));
        var resident = new Resident(village, Traits.Of(person.Profile));
        var entry = new Entry([Insert(person.Id, county, news, now), Residents.Insert(county, person.Id, resident)], news, resident.Added);
        var isNew = await ledgers.WriteAsync(county, entry) is null; // a row that is there already is this person's own
        var changed = await people.ChangeAsync(
            person.Id,
            stored => stored with { Registered = true, IsCounted = isNew && Resident.Of(stored.Profile) == resident }
        );
        return await residents.FollowAsync(changed ?? person);
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
        new([Insert(person, county, news, now)], news);

    private static TableTransactionAction Insert(string person, RegionCode county, PersonRegistered news, DateTimeOffset now) =>
        new(
            TableTransactionActionType.Add,
            new TableEntity(county.Value, Prefix + person)
            {
                [VillageColumn] = news.Village.Value,
                [AudienceColumn] = (int)news.Audience,
                [AtColumn] = now,
            }
        );
}
