using System.Globalization;
using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Benchmarks;

/// <summary>News folded a second by one tick of the timer, in one county and in eight at once.</summary>
internal sealed class FoldBenchmark : IBenchmark
{
    public static readonly NewsKinds Kinds = new([new NewsKind("attempt", typeof(AttemptCounted))]);

    private const string Contest = "fold";

    public string Name => "fold";

    public async Task RunAsync(Stage stage, Report report)
    {
        var (rounds, news) = stage.Quick ? (1, 2_000) : (5, 10_000);
        var section = report.Add("Fold", "counties", "news", "outbox rows", "news a second", "load µs", "table µs");
        foreach (var counties in new[] { 1, 8 })
        {
            var measured = new List<(int Rows, TimeSpan Elapsed, Usage Usage)>();
            for (var round = 0; round <= rounds; round++)
                measured.Add(await MeasureAsync(stage, Crowd.Counties(counties), news));
            var median = measured[1..].OrderBy(one => one.Elapsed).ElementAt(rounds / 2);
            var perSecond = news / median.Elapsed.TotalSeconds;
            Progress.Say($"{Name}: {counties} counties: {perSecond:N0} news/s");
            section.Row(counties, news, median.Rows, Format(perSecond), Format(MicrosecondsOf("load")), Format(MicrosecondsOf("table")));
            section.Bar("News folded", $"{counties} {(counties == 1 ? "county" : "counties")}", perSecond);

            double MicrosecondsOf(string process) => median.Usage.Cpu[process].TotalMicroseconds / news;
        }

        section.Note(
            "News of submissions, written by the group-commit writer (64 at once) and folded into boards and statistics in the load's process. Afterwards the outbox is empty and the contest's tallies "
                + $"hold as many participants as there were news. The round in the middle of {rounds}, after one to warm up; *µs*: CPU time a piece of news."
        );
    }

    private static string Format(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static async Task<(int Rows, TimeSpan Elapsed, Usage Usage)> MeasureAsync(
        Stage stage,
        IReadOnlyList<RegionCode> counties,
        int news
    )
    {
        var storage = Stage.Storage(stage.NewAccount());
        await storage.Table(LedgerAccounts.TableName).CreateIfNotExistsAsync();
        await new Writers(storage, counties, Contest).GroupedAsync(64, news);
        var fold = new Fold(new FoldTable(storage.Ledgers, Kinds), TimeProvider.System);
        var rows = 0;
        var meter = stage.Meter();
        var load = await Load.RunAsync(
            counties.Count,
            counties.Count,
            async (_, county) => Interlocked.Add(ref rows, await fold.RunAsync(counties[county]))
        );
        var usage = meter.Read();
        await VerifyAsync(storage, counties, news);
        return (rows, load.Elapsed, usage);
    }

    private static async Task VerifyAsync(StorageAccounts storage, IReadOnlyList<RegionCode> counties, int news)
    {
        var boards = new BoardTable(storage, new FoldTable(storage.Ledgers, Kinds));
        var participants = 0;
        foreach (var county in counties)
        {
            await foreach (var _ in new FoldTable(storage.Ledgers, Kinds).ReadOutbox(county))
                throw new InvalidOperationException($"The outbox of {county} is not empty.");
            foreach (var town in Crowd.VillagesOf(county).Select(village => village.Town).Distinct())
                participants += (await boards.ReadTotalsAsync(county, Contest, town)).Sum(village => village.Tally.Participants);
        }

        if (participants != news)
            throw new InvalidOperationException($"{news} news were folded, and {participants} participants are counted.");
    }
}
