using System.Globalization;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Attendance;

/// <summary>
/// Who was there, in the ledger of the training's county: <c>attendance|{training}|{session}|{person}</c>. A ticket that is scanned again,
/// late or by another device, meets its own row. What is taken back stays, marked.
/// </summary>
[PersonalColumn("Ledger", "attendance", "RowKey", Personal.Id, ExportedAs = "trainings", WhenErased = WhenErased.LeadsNowhere)]
public sealed class AttendanceTable(LedgerWriter ledgers, LedgerTable table)
{
    /// <summary>Somebody was there. Again: nothing changes.</summary>
    public async Task AddAsync(Training training, int session, Enrolment enrolment, string by, DateTimeOffset now)
    {
        var day = Day.Of(training.Sessions[session - 1].StartsAt);
        var presence = new Presence(training.Id, session, enrolment.Person, enrolment.Venue, enrolment.Audience, day, by, now, null);
        // At first nobody is expected to be marked, and nothing is read.
        await OptimisticConcurrency.RetryAsync<object>(async tried =>
        {
            var present = tried == 1 ? null : await FindAsync(training, session, enrolment.Person);
            if (present is not null && PresenceOf(present).CorrectedAt is null)
                return presence;
            return await WriteAsync(presence, present, count: 1) is null ? presence : null;
        });
    }

    /// <summary>Takes it back that somebody was there.</summary>
    public Task CorrectAsync(Training training, int session, Enrolment enrolment, string by, DateTimeOffset now) =>
        OptimisticConcurrency.RetryAsync(async () =>
            await FindAsync(training, session, enrolment.Person) is not { } row
            || PresenceOf(row) is not { CorrectedAt: null } presence
            || await WriteAsync(presence with { By = by, CorrectedAt = now }, row, count: -1) is null
        );

    private Task<TableEntity?> FindAsync(Training training, int session, string person) =>
        table.FindAsync(TrainingKeys.CountyOf(training.Id), TrainingKeys.Attendance(training.Id, session, person));

    /// <summary>Everybody who was at a session, or at any of them.</summary>
    public async Task<IReadOnlyList<Presence>> ReadAsync(string training, int? session = null)
    {
        var prefix = session is { } one ? TrainingKeys.Attendance(training, one, "") : TrainingKeys.Attendances(training);
        return await table
            .ReadRange(TrainingKeys.CountyOf(training), prefix)
            .Select(PresenceOf)
            .Where(presence => presence.CorrectedAt is null)
            .ToListAsync();
    }

    /// <summary>Everybody in a county who was ever marked, also those whose mark was taken back.</summary>
    public IAsyncEnumerable<Presence> ReadAllAsync(RegionCode county) =>
        table.ReadRange(county, TrainingKeys.AttendancePrefix).Select(PresenceOf);

    /// <summary>Whether a person was at any session.</summary>
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
        };
        var news = new TrainingAttended(presence.Venue, presence.Audience, presence.Day, presence.Training, count, presence.Person);
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
        );
    }
}
