using Azure.Data.Tables;
using EStation.Accounts;
using EStation.People;
using EStation.Regions;
using EStation.Testing;
using EStation.Trainings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Notices;

/// <summary>Messages about notices, and the residents by whom their reach is counted.</summary>
public class NoticeMessagesTests(TestStorage storage, ITestOutputHelper output)
{
    private const string Other = "220202001001";
    private const int MostWritesAMessage = 3; // the claim, the phone's count and the row of the local outlet
    private const int MostOfATick = 20;

    [Fact]
    public async Task A_message_goes_once_to_each_resident_whom_the_notice_is_for()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, Other, phone: Class.AdministratorPhone);
        var women = await Village.SettleAsync(host, 24);
        await Village.SettleAsync(host, [.. Enumerable.Repeat(Man, 6)], firstPhone: 100);
        await Village.SettleAsync(host, 6, Other, firstPhone: 200);
        var form = Village.Form(places: [Village.Code], audience: new { gender = "2" }, channel: "message");
        await host.RollUpAsync();
        host.Meter.Reset();
        await host.RollUpAsync();
        var idle = host.Meter.Reads;
        var notice = await Village.SendAsync(root, form);
        await Village.SendAsync(root, form);
        host.Meter.Reset();
        await host.RollUpAsync();
        output.WriteLine(
            $"{women.Count} messages in a tick: {host.Meter.Writes} writes, {host.Meter.Reads - idle} reads more than an idle one"
        );
        Assert.InRange(host.Meter.Reads - idle, women.Count, women.Count + MostOfATick);
        Assert.InRange(host.Meter.Writes, women.Count, (MostWritesAMessage * women.Count) + MostOfATick);
        await ActivatorUtilities.CreateInstance<DeliverNotices>(host.Services).Run(new());
        await host.RollUpAsync();
        var told = Messages(host);
        Assert.Equal(women.Count, told.Count);
        Assert.Equal(told.Count, told.Select(message => message.PartitionKey).Distinct().Count());
        var listed = (await Farmer.JsonOf(await root.GetAsync("api/notices?region=220102")))["items"]![0]!;
        Assert.Equal(((string)notice["id"]!, women.Count), ((string)listed["id"]!, (int)listed["delivered"]!));
    }

    [Fact]
    public async Task Notices_do_not_pass_the_limit_of_messages_that_others_cause_to_a_phone()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, Other, phone: Class.AdministratorPhone);
        await Village.SettleAsync(host, 6);
        foreach (var number in Enumerable.Range(0, 6))
        {
            await Village.SendAsync(root, Village.Form($"第{number}", channel: "message"));
            await host.RollUpAsync();
            host.Time.Advance(TimeSpan.FromMinutes(10)); // no burst
        }

        Assert.All(Messages(host).GroupBy(message => message.PartitionKey), phone => Assert.Equal(3, phone.Count()));
    }

    [Fact]
    public async Task Without_messages_wished_the_inbox_alone_tells()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, Other, phone: Class.AdministratorPhone);
        await Village.SettleAsync(host, 10);
        var quiet = await Farmer.SignUpAsync(host);
        (await quiet.PutAsync("api/me/preferences", new { messages = new { notices = false } })).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        await Village.SendAsync(root, Village.Form(channel: "message"));
        await host.RollUpAsync();
        Assert.Equal(10, Messages(host).Count(message => message.PartitionKey != "+86" + quiet.Phone));
        Assert.DoesNotContain(Messages(host), message => message.PartitionKey == "+86" + quiet.Phone);
        host.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(["停水通知"], await Village.TitlesAsync(quiet));
    }

    [Fact]
    public async Task Who_is_erased_or_moves_away_is_not_reached_any_more()
    {
        await using var host = await Class.HostAsync(storage);
        await Village.SettleAsync(host, 8);
        var leaving = await Farmer.SignUpAsync(host);
        var moving = await Farmer.SignUpAsync(host);
        Assert.Equal(10, await CountAsync(host));
        (await moving.PutAsync("api/me", new { village = Other })).EnsureSuccessStatusCode();
        Assert.Equal(9, await CountAsync(host));
        (await leaving.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        Assert.Equal(8, await CountAsync(host));
        host.Time.Advance(Erasure.SecondLook);
        await host.Get<Privacy.Erasures>().CompleteAsync(host.Time.GetUtcNow());
        Assert.Equal(8, await CountAsync(host));
    }

    [Fact]
    public async Task The_night_counts_who_was_registered_and_not_counted()
    {
        await using var host = await Class.HostAsync(storage);
        var root = await Farmer.SignUpAsync(host, phone: Class.AdministratorPhone);
        await Crowd.GatherAsync(host.ConnectionString, 20, [RegionCode.Parse(Village.Code)]);
        await host.RollUpAsync();
        Assert.Equal(0, await Village.PreviewAsync(root, [Village.Code]));
        for (var nights = 0; nights < 2; nights++)
            await ActivatorUtilities.CreateInstance<CountResidents>(host.Services).Run(new());
        await host.RollUpAsync();
        host.Time.Advance(TimeSpan.FromDays(1)); // earlier previews would be answered again
        root = await Farmer.SignInAsync(host, root.Phone);
        Assert.Equal(20, await Village.PreviewAsync(root, [Village.Code]));
    }

    private static Profile Man => new("王", RegionCode.Parse(Village.Code), Gender.Male, 1980, "01");

    private static async Task<int> CountAsync(TestHost host)
    {
        await host.RollUpAsync();
        var year = Day.Of(host.Time.GetUtcNow()).Date.Year;
        return await new Reach(host.Get<ReachTable>(), year).CountAsync([RegionCode.Parse(Village.Code)], null);
    }

    private static List<TableEntity> Messages(TestHost host) =>
        [
            .. new TableClient(host.ConnectionString, "LocalMessages")
                .Query<TableEntity>()
                .Where(row => row.GetString("Text").Contains("通知", StringComparison.Ordinal)),
        ];
}
