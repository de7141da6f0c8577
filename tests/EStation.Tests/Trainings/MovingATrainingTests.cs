using System.Net;
using Azure.Data.Tables;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>A training goes to another time or place.</summary>
public class MovingATrainingTests(TestStorage storage)
{
    private const string NextVillage = "220102001002";

    [Fact]
    public async Task Everybody_confirmed_or_waiting_is_told_once_and_nobody_who_has_withdrawn_or_came_later()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (confirmed, waiting, gone, later) = (
            await Farmer.SignUpAsync(host),
            await Farmer.SignUpAsync(host),
            await Farmer.SignUpAsync(host),
            await Farmer.SignUpAsync(host)
        );
        foreach (var farmer in new[] { confirmed, waiting, gone })
            await training.SignUpAsync(farmer);
        (await gone.DeleteAsync($"{training.Path}/enrolments/me")).EnsureSuccessStatusCode();

        await ChangeAsync(training, form => new(form) { ["contact"] = "0431-7654321" }); // nothing that anybody has to know
        await host.RollUpAsync();
        Assert.Empty(Moves(host));
        await ChangeAsync(training, form => new(form) { ["village"] = NextVillage });
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await ChangeAsync(training, form => Later(host, new(form) { ["village"] = NextVillage }));
        await training.SignUpAsync(later);
        await host.RollUpAsync();
        await host.RollUpAsync();

        var told = Moves(host);
        Assert.Equal(new[] { confirmed.Phone, waiting.Phone }.Order(), told.Select(message => message.Phone).Order());
        Assert.All(told, message => Assert.Contains("10:00 开始，地点：", message.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_official_who_moves_a_training_to_and_fro_sends_few_messages_a_day()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        await training.SignUpAsync(await Farmer.SignUpAsync(host));
        var answers = new List<HttpStatusCode>();
        for (var round = 0; round < 12; round++)
        {
            var form = Class.Form(host, capacity: 1, change: form => round % 2 == 0 ? Later(host, form) : form);
            answers.Add((await training.Official.PutAsync(training.Path, form)).StatusCode);
            await host.RollUpAsync();
        }

        Assert.InRange(Moves(host).Count, 1, 5);
        Assert.Equal(HttpStatusCode.Conflict, answers[^1]);
        await ChangeAsync(training, form => Later(host, new(form) { ["contact"] = "0431-7654321" })); // stays where it is
        host.Time.Advance(TimeSpan.FromDays(1));
        await ChangeAsync(training, form => form);
    }

    [Fact]
    public async Task A_training_that_is_cancelled_before_anybody_was_told_of_the_move_is_only_cancelled()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        await training.SignUpAsync(await Farmer.SignUpAsync(host));
        await ChangeAsync(training, form => Later(host, form));
        (await training.Official.DeleteAsync(training.Path)).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        Assert.Empty(Moves(host));
        Assert.Single(Texts(host), message => message.Text.Contains("已取消", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_places_that_a_training_ever_had_come_to_an_end()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var answer = HttpStatusCode.OK;
        for (var days = 1; answer == HttpStatusCode.OK && days < 60; days++)
            answer = (
                await training.Official.PutAsync(training.Path, Class.Form(host, change: form => Later(host, form, days)))
            ).StatusCode;
        Assert.Equal(HttpStatusCode.Conflict, answer);
        Assert.Equal(HttpStatusCode.NoContent, (await training.Official.DeleteAsync(training.Path)).StatusCode);
    }

    [Fact]
    public async Task A_description_of_signs_that_take_most_room_is_stored()
    {
        await using var host = await Class.HostAsync(storage);
        var longest = string.Concat(Enumerable.Repeat("🌾", 2000));
        var training = await Class.AnnounceAsync(host, change: form => new(form) { ["description"] = new { zh = longest, ko = longest } });
        Assert.Equal(longest, (string)(await training.SeeAsync())["description"]!);
    }

    private static async Task ChangeAsync(Class training, Func<Dictionary<string, object?>, Dictionary<string, object?>> change) =>
        await Farmer.JsonOf(await training.Official.PutAsync(training.Path, Class.Form(training.Host, capacity: 1, change)));

    /// <summary>An hour later, or so many days too.</summary>
    private static Dictionary<string, object?> Later(TestHost host, Dictionary<string, object?> form, int days = 0)
    {
        var start = Day.Of(host.Time.GetUtcNow()).Start.AddDays(3 + days).AddHours(10);
        return new(form) { ["sessions"] = new[] { new { startsAt = start, endsAt = start.AddHours(3) } } };
    }

    private static List<(string Phone, string Text)> Moves(TestHost host) =>
        Texts(host).FindAll(message => message.Text.Contains("有变", StringComparison.Ordinal));

    private static List<(string Phone, string Text)> Texts(TestHost host) =>
        [
            .. new TableClient(host.ConnectionString, "LocalMessages")
                .Query<TableEntity>()
                .Select(row => (row.PartitionKey["+86".Length..], row.GetString("Text"))),
        ];
}
