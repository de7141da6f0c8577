using Azure.Data.Tables;
using Azure.Identity;
using EStation.Ledger;
using EStation.MoveCounty;
using EStation.Regions;

// Copies a county's ledger to another account and compares; docs/operations.md describes the steps before and after.
if (args is not [var code, var from, var to] || !RegionCode.TryParse(code, null, out var county) || county.Value.Length != 6)
{
    await Console.Error.WriteLineAsync(
        "Usage: move-county COUNTY FROM TO, where FROM and TO are table endpoints (https://...) or connection strings."
    );
    return 1;
}

var copied = await CountyCopy.RunAsync(Ledger(from), Ledger(to), county);
Console.WriteLine($"{county.Value}: {copied.Rows} rows copied, {copied.Differences.Count} differ");
foreach (var key in copied.Differences.Take(20))
    Console.WriteLine($"  {key}");
return copied.Differences.Count == 0 ? 0 : 1;

static TableClient Ledger(string account) =>
    Uri.TryCreate(account, UriKind.Absolute, out var endpoint)
        ? new TableClient(endpoint, LedgerAccounts.TableName, new DefaultAzureCredential())
        : new TableClient(account, LedgerAccounts.TableName);
