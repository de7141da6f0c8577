using Azure.Data.Tables;
using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Benchmarks;

/// <summary>Writes the records of submissions without HTTP: by the plain SDK, and by the group-commit writer.</summary>
internal sealed class Writers(StorageAccounts storage, IReadOnlyList<RegionCode> counties, string contest)
{
    private const string Plain = "Pl";
    private const string Grouped = "Gr";
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly RegionCode[][] villages = [.. counties.Select(Crowd.VillagesOf)];

    /// <summary>Writes a transaction of two rows, record and news, for each submission, as an app without group commit does.</summary>
    public Task<Load> PlainAsync(int atOnce, int records)
    {
        var table = storage.Ledger(counties[0]);
        return Load.RunAsync(
            atOnce,
            records,
            (_, number) =>
                UntilToldAsync(() =>
                {
                    var county = CountyOf(number).Value;
                    var news = new TableEntity(county, OutboxRow.Prefix + Guid.NewGuid().ToString("N"))
                    {
                        ["News"] = NewsOf(Plain, number).ToUtf8(),
                    };
                    return table.SubmitTransactionAsync([
                        new(TableTransactionActionType.Add, RowOf(county, Plain, number)),
                        new(TableTransactionActionType.Add, news),
                    ]);
                })
        );
    }

    public Task<Load> GroupedAsync(int atOnce, int records)
    {
        var ledgers = new LedgerWriter(new LedgerTable(storage.Ledgers, TimeProvider.System), TimeProvider.System);
        return Load.RunAsync(
            atOnce,
            records,
            (_, number) =>
                UntilToldAsync(() =>
                    ledgers.WriteAsync(
                        CountyOf(number),
                        Entry.Insert(RowOf(CountyOf(number).Value, Grouped, number), NewsOf(Grouped, number))
                    )
                )
        );
    }

    /// <summary>Retries after a timeout. A taken key is our own write, because nothing else uses the key.</summary>
    private static async Task UntilToldAsync(Func<Task> write)
    {
        for (var told = false; !told; )
        {
            try
            {
                await write();
                told = true;
            }
            catch (TableTransactionFailedException taken) when (taken.Status == 409)
            {
                told = true;
            }
            catch (Exception away) when (StorageFailure.IsPassing(away))
            {
                // Again.
            }
        }
    }

    private RegionCode CountyOf(int number) => counties[number % counties.Count];

    private static string PersonOf(string way, int number) => $"Zk3vQm9XoT2b{way}{number:D8}";

    // The columns of a stored submission; the benchmark verifies that they are the same.
    private TableEntity RowOf(string county, string way, int number) =>
        new(county, $"attempt|{contest}|{PersonOf(way, number)}|000001|answers")
        {
            ["Answers"] =
                """{"emergency-003":["b"],"environment-009":["c"],"health-001":["a"],"health-017":["d"],"agri-ip-004":["a"],"food-safety-030":["c"],"revitalisation-008":["b"],"rural-policy-011":["a"]}""",
            ["KeyVersion"] = 1,
            ["Score"] = number % 9,
            ["ElapsedMs"] = 43_210,
            ["SubmittedAt"] = Now,
            ["Ranked"] = true,
        };

    private AttemptCounted NewsOf(string way, int number)
    {
        var ofCounty = villages[number % villages.Length];
        var village = ofCounty[number / villages.Length % ofCounty.Length];
        var marks = Enumerable.Range(0, 8).ToDictionary(question => $"environment-{question:D3}", question => (number + question) % 2 == 0);
        var result = new Best(number % 9, 43_210, Now);
        return new AttemptCounted(
            village,
            Audience.Women,
            Day.Of(Now),
            contest,
            PersonOf(way, number),
            "王**",
            result,
            null,
            result.Score >= 5,
            Language.Zh,
            marks
        );
    }
}
