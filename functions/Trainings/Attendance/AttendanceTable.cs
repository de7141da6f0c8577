using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Attendance;

/// <summary>Attendance in the ledger of the training's county: <c>attendance|{training}|{session}|{person}</c>. A ticket scanned twice
/// meets its own row. A corrected row stays, with a mark.</summary>
[PersonalColumn("Ledger", "attendance", "RowKey", Personal.Id, ExportedAs = "trainings", WhenErased = WhenErased.LeadsNowhere)]
public sealed class AttendanceTable(LedgerWriter ledgers, LedgerTable table)
{
    public async Task AddAsync(Training training, int session, Enrolment enrolment, Mark mark, string by, DateTimeOffset now)
    {
        var day = Day.Of(training.Sessions[session - 1].StartsAt);
        var first = new Presence(training.Id, session, enrolment.Person, enrolment.Venue, enrolment.Audience, day, by, now, null);
        // A first mark is the usual case: it needs no read.
        await OptimisticConcurrency.RetryAsync<object>(async tried =>
        {
            var row = tried == 1 ? null : await FindAsync(training, session, enrolment.Person);
            var present = row is null ? null : PresenceOf(row);
            if (present is not { CorrectedAt: null })
                return await WriteAsync(first with { Stay = mark.On(null) }, row, count: 1) is null ? first : null;
            var stay = mark.On(present.Stay);
            if (stay.SameAs(present.Stay))
                return present;
            return await WriteAsync(present with { Stay = stay, By = by }, row, count: 0) is null ? present : null;
        });
    }

    public Task CorrectAsync(Training training, int session, Enrolment enrolment, string by, DateTimeOffset now) =>
        OptimisticConcurrency.RetryAsync(async () =>
            await FindAsync(training, session, enrolment.Person) is not { } row
            || PresenceOf(row) is not { CorrectedAt: null } presence
            || await WriteAsync(presence with { By = by, CorrectedAt = now }, row, count: -1) is null
        );

    private Task<TableEntity?> FindAsync(Training training, int session, string person) =>
        table.FindAsync(TrainingKeys.CountyOf(training.Id), TrainingKeys.Attendance(training.Id, session, person));

    public async Task<IReadOnlyList<Presence>> ReadAsync(string training, int? session = null)
    {
        var prefix = session is { } one ? TrainingKeys.Attendance(training, one, "") : TrainingKeys.Attendances(training);
        return await table
            .ReadRange(TrainingKeys.CountyOf(training), prefix)
            .Select(PresenceOf)
            .Where(presence => presence.CorrectedAt is null)
            .ToListAsync();
    }

    /// <summary>All rows of a county, including corrected ones.</summary>
    public IAsyncEnumerable<Presence> ReadAllAsync(RegionCode county) =>
        table.ReadRange(county, TrainingKeys.AttendancePrefix).Select(PresenceOf);

    public async Task<bool> HasAttendedAsync(Training training, string person)
    {
        var rows = await Task.WhenAll(
            Enumerable
                .Range(1, training.Sessions.Count)
                .Select(session =>
                    table.FindAsync(TrainingKeys.CountyOf(training.Id), TrainingKeys.Attendance(training.Id, session, person))
                )
        );
        return rows.Any(row => row is not null && PresenceOf(row).CorrectedAt is null);
    }

    private async Task<TableEntity?> WriteAsync(Presence presence, TableEntity? read, int count)
    {
        var row = new TableEntity(
            TrainingKeys.CountyOf(presence.Training).Value,
            TrainingKeys.Attendance(presence.Training, presence.Session, presence.Person)
        )
        {
            ["Venue"] = presence.Venue.Value,
            ["Audience"] = (int)presence.Audience,
            ["Day"] = presence.Day.ToString(),
            ["By"] = presence.By,
            ["At"] = presence.At,
            ["CorrectedAt"] = presence.CorrectedAt,
            ["Scans"] = presence.Stay.Scans.Count > 0 ? JsonSerializer.Serialize(presence.Stay.Scans, Json.AllLanguages) : null,
            ["From"] = presence.Stay.From,
            ["To"] = presence.Stay.To,
        };
        TrainingAttended[] news =
            count == 0 ? [] : [new(presence.Venue, presence.Audience, presence.Day, presence.Training, count, presence.Person)];
        return await ledgers.WriteAsync(TrainingKeys.CountyOf(presence.Training), new Entry([TrainingRows.Write(row, read)], news));
    }

    private static Presence PresenceOf(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        return new Presence(
            key[1],
            int.Parse(key[2], CultureInfo.InvariantCulture),
            key[3],
            RegionCode.Parse(row.GetString("Venue")),
            (Audience)row.GetInt32("Audience")!.Value,
            Day.Parse(row.GetString("Day"), null),
            row.GetString("By"),
            row.GetDateTimeOffset("At")!.Value,
            row.GetDateTimeOffset("CorrectedAt")
        )
        {
            Stay = new Stay(
                row.GetString("Scans") is { } scans ? JsonSerializer.Deserialize<Scan[]>(scans, Json.AllLanguages)! : [],
                row.GetDateTimeOffset("From"),
                row.GetDateTimeOffset("To")
            ),
        };
    }
}
