using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using EStation.Backups;
using EStation.Ledger;
using EStation.Regions;
using EStation.Restoring;
using EStation.Storage;

// Brings back lost rows of a county's ledger, or of a table; docs/operations.md says what comes before and after.
if (Arguments.Parse(args) is not { } asked)
{
    await Console.Error.WriteLineAsync(Arguments.Usage);
    return 1;
}

var main = Tables(asked.Main);
var table = RegionCode.TryParse(asked.What, null, out _)
    ? Tables(asked.Ledger ?? asked.Main).GetTableClient(LedgerAccounts.TableName)
    : main.GetTableClient(asked.What);
var backups = new BackupBlobs(Blobs(asked.Backups).GetBlobContainerClient("backups"));
var part = RegionCode.TryParse(asked.What, null, out var county) ? BackupBlobs.PartOf(county) : BackupBlobs.PartOf(asked.What);
var erased = await ErasedPeople.ReadAsync(main, backups, asked.Day);
var done = await new Restore(table, erased).RunAsync(backups.ReadAsync(asked.Day, part), asked.UndoChanges);
Console.WriteLine(
    $"{asked.What} of {asked.Day}: {done.Rows} rows; {done.Added} were missing and are back, {done.Replaced} changes were undone, {done.Different} differ and were left, {done.Erased} stay away because their people were erased"
);
return 0;

static TableServiceClient Tables(string account) =>
    Uri.TryCreate(account, UriKind.Absolute, out var endpoint)
        ? new TableServiceClient(endpoint, new DefaultAzureCredential())
        : new TableServiceClient(account);

static BlobServiceClient Blobs(string account)
{
    var version = new BlobClientOptions(StorageClientOptions.BlobVersion);
    return Uri.TryCreate(account, UriKind.Absolute, out var endpoint)
        ? new BlobServiceClient(endpoint, new DefaultAzureCredential(), version)
        : new BlobServiceClient(account, version);
}
