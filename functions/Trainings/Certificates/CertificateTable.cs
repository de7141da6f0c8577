using System.Text.Json;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;
using EStation.Trainings.Tellings;

namespace EStation.Trainings.Certificates;

/// <summary>Completions and certificates in the ledger of the training's county: <c>completion|{training}|{person}</c> points to
/// <c>certificate|{number}</c>, in one transaction. A repeated completion meets the first.</summary>
[PersonalColumn("Ledger", "certificate", "Certificate", Personal.Id, ExportedAs = "trainings", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Ledger", "certificate", "Certificate", Personal.Name, ExportedAs = "trainings")]
[PersonalColumn("Ledger", "completion", "RowKey", Personal.Id, ExportedAs = "trainings", WhenErased = WhenErased.LeadsNowhere)]
public sealed class CertificateTable(LedgerWriter ledgers, LedgerTable table, Divisions divisions)
{
    private const string NumberColumn = "Number";
    private const string CertificateColumn = "Certificate";

    /// <returns>The certificate that the person holds for this training: this one, or one of before.</returns>
    public async Task<Certificate> IssueAsync(Certificate certificate, Enrolment enrolment, DateTimeOffset now)
    {
        var county = TrainingKeys.CountyOf(certificate.Training);
        var completion = new TableEntity(county.Value, TrainingKeys.Completion(certificate.Training, certificate.Person))
        {
            [NumberColumn] = certificate.Number,
            ["Venue"] = enrolment.Venue.Value,
            ["Audience"] = (int)enrolment.Audience,
            ["Day"] = certificate.IssuedOn.ToString(),
            ["Hours"] = WholeHoursOf(certificate),
        };
        TableTransactionAction[] rows =
        [
            TrainingRows.Write(completion, null),
            TrainingRows.Write(RowOf(certificate), null),
            TellingTable.Add(county, TrainingTellings.OfCertificate(certificate, enrolment, now)),
        ];
        var news = new TrainingCompleted(
            enrolment.Venue,
            enrolment.Audience,
            certificate.IssuedOn,
            certificate.Training,
            WholeHoursOf(certificate),
            certificate.Person
        );
        var rival = await ledgers.WriteAsync(county, new Entry(rows, news, new TellingStored()));
        if (rival is null)
            return certificate;
        return await FindAsync(rival.GetString(NumberColumn) ?? certificate.Number)
            ?? throw new InvalidOperationException("A completion has no certificate.");
    }

    public async Task<Certificate?> FindAsync(string number) => await ReadAsync(number) is { } row ? CertificateOf(row) : null;

    public Task RevokeAsync(string number, string reason, DateTimeOffset now) =>
        ChangeAsync(number, certificate => certificate.Valid ? certificate with { RevokedAt = now, Reason = reason } : certificate);

    /// <summary>Deletes the holder and keeps the certificate.</summary>
    public Task ForgetHolderAsync(string number) => ChangeAsync(number, certificate => certificate with { Holder = "" });

    private Task ChangeAsync(string number, Func<Certificate, Certificate> change) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await ReadAsync(number) is not { } row || change(CertificateOf(row)) is var changed && changed == CertificateOf(row))
                return true;
            return await ledgers.WriteAsync(TrainingKeys.CountyOf(number), new Entry([TrainingRows.Write(RowOf(changed), row)])) is null;
        });

    public async Task<string?> FindNumberAsync(string training, string person) =>
        (await table.FindAsync(TrainingKeys.CountyOf(training), TrainingKeys.Completion(training, person)))?.GetString(NumberColumn);

    public async Task<IReadOnlyDictionary<string, string>> ReadNumbersAsync(string training)
    {
        var prefix = TrainingKeys.Completions(training);
        return await table
            .ReadRange(TrainingKeys.CountyOf(training), prefix)
            .ToDictionaryAsync(row => row.RowKey[prefix.Length..], row => row.GetString(NumberColumn));
    }

    public IAsyncEnumerable<Completion> ReadCompletionsAsync(RegionCode county) =>
        table.ReadRange(county, TrainingKeys.CompletionPrefix).Select(CompletionOf);

    public async Task<IReadOnlyList<Completion>> ReadOfAsync(string training) =>
        await table.ReadRange(TrainingKeys.CountyOf(training), TrainingKeys.Completions(training)).Select(CompletionOf).ToListAsync();

    /// <summary>Statistics count whole hours.</summary>
    private static int WholeHoursOf(Certificate certificate) => (int)certificate.Hours;

    private static Completion CompletionOf(TableEntity row) =>
        new(
            row.RowKey.Split('|')[^1],
            RegionCode.Parse(row.GetString("Venue")),
            (Audience)row.GetInt32("Audience")!.Value,
            Day.Parse(row.GetString("Day"), null),
            row.GetInt32("Hours")!.Value
        );

    private async Task<TableEntity?> ReadAsync(string number) =>
        TrainingKeys.TryCounty(number, out var county) && divisions.Find(county) is not null
            ? await table.FindAsync(county, TrainingKeys.Certificate(number))
            : null;

    private static TableEntity RowOf(Certificate certificate) =>
        new(TrainingKeys.CountyOf(certificate.Number).Value, TrainingKeys.Certificate(certificate.Number))
        {
            [CertificateColumn] = JsonSerializer.Serialize(certificate, Json.AllLanguages),
        };

    private static Certificate CertificateOf(TableEntity row) =>
        JsonSerializer.Deserialize<Certificate>(row.GetString(CertificateColumn), Json.AllLanguages)!;
}
