using Azure.Data.Tables;
using EStation.Contests;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Benchmarks;

/// <summary>The records of a submission without HTTP: by the plain SDK, and by the group-commit writer.</summary>
internal sealed class Writers(string connectionString, IReadOnlyList<RegionCode> counties)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private string run = "";

    /// <summary>A transaction of two rows, record and news, each: what one writes who does not gather.</summary>
    public async Task<Load> PlainAsync(int atOnce, int records)
    {
        run = Guid.NewGuid().ToString("N");
        var table = Stage.Accounts(connectionString).Ledger(counties[0]);
        return await Load.RunAsync(atOnce, [.. Enumerable.Range(0, records)], number =>
        {
            var county = counties[number % counties.Count].Value;
            var news = new TableEntity(county, $"plain-news|{run}|{number}") { ["News"] = NewsOf(number).ToUtf8() };
            return table.SubmitTransactionAsync([new(TableTransactionActionType.Add, RowOf(county, "plain", number)), new(TableTransactionActionType.Add, news)]);
        });
    }

    public async Task<Load> GroupedAsync(int atOnce, int records)
    {
        run = Guid.NewGuid().ToString("N");
        var ledgers = new CountyLedgers(new LedgerTable(Stage.Accounts(connectionString), TimeProvider.System), TimeProvider.System);
        return await Load.RunAsync(atOnce, [.. Enumerable.Range(0, records)], async number =>
        {
            var county = counties[number % counties.Count];
            if (await ledgers.WriteAsync(county, Entry.Insert(RowOf(county.Value, "grouped", number), NewsOf(number))) is not null)
                throw new InvalidOperationException("A key was taken.");
        });
    }

    private TableEntity RowOf(string county, string kind, int number) => new(county, $"{kind}|{run}|{number}|answers")
    {
        ["Answers"] = "{\"emergency-003\":[\"b\"],\"environment-009\":[\"c\"],\"health-001\":[\"a\"],\"health-017\":[\"d\"],\"agri-ip-004\":[\"a\"]}",
        ["KeyVersion"] = 1,
        ["Score"] = number % 9,
        ["ElapsedMs"] = 43_210,
        ["SubmittedAt"] = Now,
        ["Ranked"] = true,
    };

    private AttemptCounted NewsOf(int number)
    {
        var county = counties[number % counties.Count];
        var village = RegionCode.Parse($"{county}{1 + (number % 20):D3}{1 + (number % 7):D3}");
        var marks = Enumerable.Range(0, 8).ToDictionary(question => $"environment-{question:D3}", question => (number + question) % 2 == 0);
        return new AttemptCounted(village, Audience.Women, Day.Of(Now), $"bench-{run}", $"person-{number:D14}", "王**", new Best(number % 9, 43_210, Now), null, true, Language.Zh, marks);
    }
}
