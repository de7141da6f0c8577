using System.Net;
using EStation.Accounts.SignIn;
using EStation.Privacy;
using EStation.Testing;

namespace EStation.People;

/// <summary>Export and erasure, over HTTP, and what is left in storage afterwards.</summary>
public class ErasureTests(TestStorage storage)
{
    private const string Name = "訾雨薇";
    private const string Masked = "訾**";

    [Fact]
    public async Task The_export_holds_all_that_is_known_of_me()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host, name: Name);
        var paper = await farmer.StartAsync();
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        var data = await Farmer.JsonOf(await farmer.GetAsync("api/me/data"));
        Assert.Equal((Name, "+86" + farmer.Phone), ((string)data["profile"]!["name"]!, (string)data["profile"]!["phone"]!));
        Assert.Equal(8, data["attempts"]![0]!["answers"]!.AsObject().Count);
        Assert.NotEmpty(data["messages"]!.AsArray());
    }

    [Fact]
    public async Task Afterwards_name_and_phone_are_nowhere_and_the_place_on_the_board_stays()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host, name: Name);
        var paper = await farmer.StartAsync();
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        await host.RollUpAsync();
        Assert.NotEmpty(await Everything.FindAsync(host.ConnectionString, Name, Masked, farmer.Phone)); // the search finds what is there

        Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync("api/me")).StatusCode);
        await host.RollUpAsync();
        Assert.Empty(await Everything.FindAsync(host.ConnectionString, Name, Masked, farmer.Phone));
        var board = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{Farmer.Contest}/leaderboard"));
        Assert.Equal("", (string)Assert.Single(board["entries"]!.AsArray())!["name"]!);
        Assert.Equal(1, (int)(await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{Farmer.Contest}/statistics")))["entries"]!);

        Assert.Equal("token.invalid", await Farmer.RefusalOf(await farmer.GetAsync("api/me"), HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync("api/me")).StatusCode);
        host.Time.Advance(Erasure.SecondLook);
        await host.Get<Erasures>().CompleteAsync(host.Time.GetUtcNow());
        Assert.Empty(await Everything.FindAsync(host.ConnectionString, Name, Masked, farmer.Phone));
        Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync("api/me")).StatusCode);
    }

    [Fact]
    public async Task Whoever_signs_up_anew_is_somebody_new_and_the_limits_of_open_contests_hold()
    {
        await using var host = await TestHost.StartAsync(storage);
        var before = await Farmer.SignUpAsync(host, name: Name);
        await before.StartAsync();
        await before.DeleteAsync("api/me");
        var anew = await Farmer.SignUpAsync(host, phone: before.Phone);
        Assert.NotEqual(before.Id, anew.Id);
        Assert.Equal(
            "attempt.none-left",
            await Farmer.RefusalOf(await anew.PostAsync($"api/contests/{Farmer.Contest}/attempts"), HttpStatusCode.Conflict)
        );
        await anew.DeleteAsync("api/me");
        var third = await Farmer.SignUpAsync(host, phone: before.Phone);
        Assert.Equal(
            "attempt.none-left",
            await Farmer.RefusalOf(await third.PostAsync($"api/contests/{Farmer.Contest}/attempts"), HttpStatusCode.Conflict)
        );
        host.Time.Advance(TimeSpan.FromDays(1));
        await third.StartAsync();
    }

    [Fact]
    public async Task A_token_of_somebody_erased_elsewhere_stops_within_a_minute_also_where_nothing_is_read()
    {
        await using var one = await TestHost.StartAsync(storage);
        await using var other = await TestHost.StartAsync(storage, connectionString: one.ConnectionString);
        var farmer = await Farmer.SignUpAsync(one);
        var paper = await farmer.StartAsync();
        var there = await Farmer.SignInAsync(other, farmer.Phone);
        await farmer.DeleteAsync("api/me");
        other.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(
            "token.invalid",
            await Farmer.RefusalOf(await there.SubmitAsync(paper, Farmer.Guess(paper)), HttpStatusCode.Unauthorized)
        );
    }

    [Fact]
    public async Task What_another_instance_writes_in_the_last_minute_is_found_at_the_second_look()
    {
        await using var one = await TestHost.StartAsync(storage);
        await using var other = await TestHost.StartAsync(storage, connectionString: one.ConnectionString);
        var farmer = await Farmer.SignUpAsync(one, name: Name);
        var there = await Farmer.SignInAsync(other, farmer.Phone);
        var paper = await there.StartAsync();
        await farmer.DeleteAsync("api/me"); // not known yet over there
        await Farmer.JsonOf(await there.SubmitAsync(paper, Farmer.Guess(paper)));
        await one.RollUpAsync();
        one.Time.Advance(Erasure.SecondLook);
        await one.Get<Erasures>().CompleteAsync(one.Time.GetUtcNow());
        await one.RollUpAsync();
        Assert.Empty(await Everything.FindAsync(one.ConnectionString, Name, Masked, farmer.Phone));
        var anew = await Farmer.SignUpAsync(one, phone: farmer.Phone);
        Assert.Equal(
            "attempt.none-left",
            await Farmer.RefusalOf(await anew.PostAsync($"api/contests/{Farmer.Contest}/attempts"), HttpStatusCode.Conflict)
        );
    }

    [Fact]
    public async Task Erasing_while_attempts_folds_and_publishing_go_on_leaves_nothing_and_loses_no_count()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Farmer.SignUpAsync(host, name: Name)));
        using var stop = new CancellationTokenSource();
        var rolling = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await host.RollUpAsync();
        });
        await Task.WhenAll(
            farmers.Select(async farmer =>
            {
                var paper = await farmer.StartAsync();
                var submitting = farmer.SubmitAsync(paper, Farmer.Guess(paper));
                var erasing = farmer.DeleteAsync("api/me");
                Assert.Equal(HttpStatusCode.NoContent, (await erasing).StatusCode);
                await submitting;
            })
        );
        await stop.CancelAsync();
        await rolling;
        host.Time.Advance(Erasure.SecondLook);
        await host.Get<Erasures>().CompleteAsync(host.Time.GetUtcNow());
        await host.RollUpAsync();

        Assert.Empty(await Everything.FindAsync(host.ConnectionString, [Name, Masked, .. farmers.Select(farmer => farmer.Phone)]));
        var statistics = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{Farmer.Contest}/statistics"));
        var submitted = new Azure.Data.Tables.TableClient(host.ConnectionString, "Ledger")
            .Query<Azure.Data.Tables.TableEntity>()
            .Count(row => row.RowKey.EndsWith("|answers", StringComparison.Ordinal));
        Assert.Equal(submitted, (int)statistics["entries"]!);
    }

    [Fact]
    public async Task What_was_kept_for_limits_goes_when_the_contest_can_no_longer_be_extended()
    {
        await using var host = await TestHost.StartAsync(storage, now: new DateTimeOffset(2035, 12, 30, 0, 0, 0, TimeSpan.Zero));
        var farmer = await Farmer.SignUpAsync(host);
        await farmer.StartAsync();
        await farmer.DeleteAsync("api/me");
        var erasures = new Azure.Data.Tables.TableClient(host.ConnectionString, "Erasures");
        var phones = new Azure.Data.Tables.TableClient(host.ConnectionString, "Phones");
        var kept = Assert.Single(phones.Query<Azure.Data.Tables.TableEntity>());
        Assert.Null(kept.GetString("Person"));
        host.Time.Advance(TimeSpan.FromDays(3));
        await host.Get<Erasures>().CompleteAsync(host.Time.GetUtcNow());
        var left = Assert.Single(erasures.Query<Azure.Data.Tables.TableEntity>());
        Assert.Equal(["At"], left.Keys.Except(["odata.etag", "PartitionKey", "RowKey", "Timestamp"]));
        Assert.Single(phones.Query<Azure.Data.Tables.TableEntity>());
        host.Time.Advance(Contests.Running.ChangeRules.LongestExtension);
        await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<TidySignIn>(host.Services).Run(new());
        Assert.Empty(phones.Query<Azure.Data.Tables.TableEntity>());
        host.Time.Advance(Erasure.Remembered);
        await host.Get<Erasures>().CompleteAsync(host.Time.GetUtcNow());
        Assert.Empty(erasures.Query<Azure.Data.Tables.TableEntity>());
    }
}
