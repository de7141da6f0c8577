using System.Net;
using System.Net.Http.Json;
using Azure.Core;
using Azure.Data.Tables;
using EStation.Contests;
using EStation.Testing;

namespace EStation.Storage;

/// <summary>
/// One request to storage goes wrong: each one that an action makes in turn, before it is sent and after it was done. The SDK sends it
/// again, so nobody may notice.
/// </summary>
public sealed class LostAnswersTests(TestStorage storage) : IAsyncLifetime
{
    private const string AdministratorsPhone = "13900000095";
    private TestHost host = null!;
    private Farmer administrator = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = AdministratorsPhone });
        administrator = await Farmer.SignUpAsync(host, phone: AdministratorsPhone);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public Task Asking_for_a_code() =>
        NobodyNoticesAsync(() =>
        {
            var phone = Farmer.NewPhone();
            return Task.FromResult(() => host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone }));
        });

    [Fact]
    public Task Signing_in() =>
        NobodyNoticesAsync(async () =>
        {
            var phone = Farmer.NewPhone();
            var challenge = (string)
                (await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone })))["challenge"]!;
            var code = new TableClient(host.ConnectionString, "LocalMessages")
                .Query<TableEntity>(row => row.PartitionKey == "+86" + phone)
                .Single()
                .GetString("Code");
            return () => Farmer.SolveAsync(host.Http, challenge, code);
        });

    [Fact]
    public Task Naming_a_village() =>
        NobodyNoticesAsync(async () =>
        {
            var farmer = await Farmer.SignInAsync(host, Farmer.NewPhone());
            return () => farmer.PutAsync("api/me", new { name = "王小明", village = "220102001001" });
        });

    [Fact]
    public Task Starting_an_attempt() =>
        NobodyNoticesAsync(async () =>
        {
            var farmer = await Farmer.SignUpAsync(host);
            return () => farmer.PostAsync($"api/contests/{Farmer.Contest}/attempts");
        });

    [Fact]
    public async Task Starting_the_next_one_after_one_that_lapsed()
    {
        var contest = await OwnContests.PublishAsync(host);
        await NobodyNoticesAsync(async () =>
        {
            var farmer = await Farmer.SignUpAsync(host);
            await farmer.StartAsync(contest);
            host.Time.Advance(TimeSpan.FromSeconds(491));
            return () => farmer.PostAsync($"api/contests/{contest}/attempts");
        });
    }

    [Fact]
    public Task Submitting() =>
        NobodyNoticesAsync(async () =>
        {
            var farmer = await Farmer.SignUpAsync(host);
            var paper = await farmer.StartAsync();
            return () => farmer.SubmitAsync(paper, Farmer.Guess(paper));
        });

    [Fact]
    public Task Being_erased() =>
        NobodyNoticesAsync(async () =>
        {
            var farmer = await Farmer.SignUpAsync(host);
            await farmer.StartAsync();
            return () => farmer.DeleteAsync("api/me");
        });

    [Fact]
    public Task Giving_a_role() =>
        NobodyNoticesAsync(() =>
        {
            var phone = Farmer.NewPhone();
            return Task.FromResult(() =>
                administrator.PostAsync(
                    "api/grants",
                    new
                    {
                        phone,
                        role = "official",
                        region = "220102",
                    }
                )
            );
        });

    [Fact]
    public Task Drafting_a_contest() =>
        NobodyNoticesAsync(() =>
        {
            var title = new { zh = Farmer.NewPhone() };
            var now = host.Time.GetUtcNow();
            return Task.FromResult(() =>
                administrator.PostAsync(
                    "api/contests",
                    new
                    {
                        title,
                        questionBank = Farmer.Contest,
                        region = "22",
                        opensAt = now,
                        closesAt = now.AddDays(1),
                        draw = new { count = 3 },
                        questionSeconds = 60,
                        attemptsPerDay = 1,
                        passMark = 2,
                    }
                )
            );
        });

    [Fact]
    public Task Being_refused_what_is_recorded() =>
        NobodyNoticesAsync(
            async () =>
            {
                var farmer = await Farmer.SignUpAsync(host);
                return () => farmer.GetAsync("api/audit?region=22");
            },
            HttpStatusCode.Forbidden
        );

    /// <param name="prepare">Somebody new, and what they do then.</param>
    /// <param name="expected">The only answer there may be, where it is not a success.</param>
    private async Task NobodyNoticesAsync(Func<Task<Func<Task<HttpResponseMessage>>>> prepare, HttpStatusCode? expected = null)
    {
        // Every request to storage is lost once, going deep; else the first and every third, others each day.
        var (step, seed) = (Deep.Of(3, 1), DateTime.UtcNow.DayOfYear);
        var broken = 0;
        foreach (var moment in Enum.GetValues<When>())
        {
            for (var which = 1; ; which += which == 1 ? 1 + (seed % step) : step)
            {
                var act = await prepare();
                var sent = new List<string>();
                host.Meter.Faults = (request, when) => when == moment && Breaks(request, sent, which) ? Fault.Disconnect : Fault.None;
                using var response = await act();
                host.Meter.Faults = (_, _) => Fault.None;
                if (sent.Count < which)
                    break;
                broken++;
                var isAsExpected = expected is { } status ? response.StatusCode == status : response.IsSuccessStatusCode;
                Assert.True(
                    isAsExpected,
                    $"{moment} {sent[which - 1]}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}"
                );
            }
        }

        Assert.True(broken > 0, "Nothing was sent to storage.");
    }

    private static bool Breaks(Request request, List<string> sent, int which)
    {
        lock (sent)
        {
            sent.Add($"{request.Method} {request.Uri.ToUri().AbsolutePath}");
            return sent.Count == which;
        }
    }
}
