using System.Net;
using EStation.Accounts;
using EStation.Contests;
using EStation.People;
using EStation.Regions;
using EStation.Testing;
using EStation.Trainings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EStation.Privacy;

/// <summary>
/// People are erased while they submit and sign up, while two hosts fold and publish, and officials take exports. Afterwards their name and
/// phone are looked for in all of storage, in all that was logged at any level, and in every export.
/// </summary>
public class ErasingAmidEverythingTests(TestStorage storage, ITestOutputHelper output)
{
    private const string Name = "訾雨薇";
    private const string Masked = "訾**";
    private const string Administrator = "13700000000"; // the crowd's first
    private static readonly RegionCode Village = RegionCode.Parse(Class.Village);

    [Fact]
    public async Task Name_and_phone_are_in_no_table_blob_board_export_or_log()
    {
        var people = Deep.Of(usually: 8, deep: 200);
        var log = new LogLines();
        await using var one = await StartAsync(log, connectionString: null);
        await using var other = await StartAsync(log, one.ConnectionString);
        var crowd = await Crowd.GatherAsync(one.ConnectionString, people + 1, [Village]);
        var official = Farmer.Of(one, crowd[0]);
        var training = (string)
            (await Farmer.JsonOf(await official.PostAsync("api/trainings", Class.Form(one, capacity: people / 2))))["id"]!;
        var farmers = crowd.Skip(1).Select((person, at) => Farmer.Of(at % 2 == 0 ? one : other, person)).ToList();
        string[] words = [Name, Masked, .. Enumerable.Range(1, people).Select(number => $"137{number:D8}")];

        foreach (var farmer in farmers)
            await PrepareAsync(farmer, training);
        await one.RollUpAsync();
        Assert.NotEmpty(await Everything.FindAsync(one.ConnectionString, words)); // the search finds what is there
        Assert.Equal(
            3,
            (await ExportsAsync(one, official, training)).Count(export =>
                export.Name.Contains("enrolments", StringComparison.Ordinal) && Everything.IsIn(export.File, words)
            )
        );

        using var over = new CancellationTokenSource();
        var going = new[] { one, other }
            .Select(host => Task.Run(() => KeepGoingAsync(host, official.On(host), training, over.Token)))
            .ToArray();
        var submitted = await Task.WhenAll(
            farmers.Select((farmer, at) => EraseAmidAsync(farmer, at % 2 == 0 ? other : one, training, isSubmittingFirst: at % 4 < 2))
        );
        await over.CancelAsync();
        await Task.WhenAll(going);
        foreach (var host in new[] { one, other })
        {
            host.Time.Advance(Erasure.SecondLook);
            await ActivatorUtilities.CreateInstance<CompleteErasures>(host.Services).Run(new());
            await host.RollUpAsync();
        }

        Assert.Empty(await Everything.FindAsync(one.ConnectionString, words));
        var exports = await ExportsAsync(one, official, training);
        Assert.All(exports, export => Assert.False(Everything.IsIn(export.File, words), export.Name));
        Assert.Contains(log.All, line => line.Contains("api/me", StringComparison.Ordinal)); // at every level: the requests themselves
        Assert.DoesNotContain(log.All, line => words.Any(word => line.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(
            await SubmittedAsync(one),
            (int)(await Farmer.JsonOf(await one.Http.GetAsync($"api/contests/{Farmer.Contest}/statistics")))["entries"]!
        );
        output.WriteLine(
            $"{people} people, {submitted.Count(done => done)} of their answers were taken; {exports.Count} exports and {log.All.Count} lines of log searched"
        );
    }

    private Task<TestHost> StartAsync(LogLines log, string? connectionString) =>
        TestHost.StartAsync(
            storage,
            new Dictionary<string, string?>
            {
                ["Administrators"] = Administrator,
                ["Messages:Outlet"] = "http",
                ["Messages:Url"] = "https://sms.example/send",
            },
            connectionString,
            services: services =>
                services
                    .AddSingleton<HttpMessageHandler>(new Gateway())
                    .AddSingleton<ILoggerProvider>(log)
                    .PostConfigure<LoggerFilterOptions>(options =>
                    {
                        options.Rules.Clear();
                        options.MinLevel = LogLevel.Trace;
                    })
        );

    /// <summary>Names oneself, and signs up for the training.</summary>
    private static async Task PrepareAsync(Farmer farmer, string training)
    {
        (
            await farmer.PutAsync(
                "api/me",
                new
                {
                    name = Name,
                    village = Class.Village,
                    gender = "2",
                    birthYear = 1980,
                    ethnicGroup = "01",
                    leftBehind = false,
                    language = "zh",
                }
            )
        ).EnsureSuccessStatusCode();
        await Farmer.JsonOf(await farmer.PostAsync($"api/trainings/{training}/enrolments"));
    }

    /// <returns>Whether the answers were taken: before the erasure, or within the minute in which another host does not know of
    /// it.</returns>
    private static async Task<bool> EraseAmidAsync(Farmer farmer, TestHost elsewhere, string training, bool isSubmittingFirst)
    {
        var paper = await farmer.StartAsync();
        var submitting = isSubmittingFirst ? farmer.SubmitAsync(paper, Farmer.Guess(paper)) : null;
        var withdrawing = farmer.On(elsewhere).DeleteAsync($"api/trainings/{training}/enrolments/me");
        var erasing = EraseAsync(farmer.On(elsewhere));
        submitting ??= farmer.SubmitAsync(paper, Farmer.Guess(paper));
        await Task.WhenAll(erasing, withdrawing);
        return (await submitting).IsSuccessStatusCode;
    }

    /// <summary>503 promises nothing: it is asked again.</summary>
    private static async Task EraseAsync(Farmer farmer)
    {
        var answer = await farmer.DeleteAsync("api/me");
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            answer = await farmer.DeleteAsync("api/me");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>Folds, publishes and exports until told to stop.</summary>
    private static async Task KeepGoingAsync(TestHost host, Farmer official, string training, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await host.RollUpAsync();
            await ExportsAsync(host, official, training);
        }
    }

    /// <summary>Every way in which data about people leaves the system.</summary>
    private static async Task<IReadOnlyList<(string Name, byte[] File)>> ExportsAsync(TestHost host, Farmer official, string training)
    {
        var paths = new List<string>
        {
            $"api/trainings/{training}/enrolments?limit=100",
            $"api/trainings/{training}/enrolments?format=csv",
            $"api/trainings/{training}/enrolments?format=xlsx",
            "api/audit?limit=100",
            "api/grants",
            $"api/contests/{Farmer.Contest}/statistics",
            "api/me/data",
            $"api/statistics/22/export?year={Day.Of(host.Time.GetUtcNow()).Date.Year}&format=csv",
            $"api/statistics/22/export?year={Day.Of(host.Time.GetUtcNow()).Date.Year}&format=xlsx",
        };
        paths.AddRange(Village.Upwards.Select(region => $"api/contests/{Farmer.Contest}/leaderboard?region={region}&limit=100"));
        var exports = new List<(string, byte[])>();
        foreach (var path in paths)
        {
            var answer = await official.On(host).GetAsync(path);
            Assert.True(
                answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.ServiceUnavailable,
                $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
            );
            exports.Add((path, await answer.Content.ReadAsByteArrayAsync()));
        }

        return exports;
    }

    private static async Task<int> SubmittedAsync(TestHost host) =>
        (await Recount.OfAsync(host.ConnectionString, Farmer.Contest)).Submissions;

    private sealed class Gateway : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
