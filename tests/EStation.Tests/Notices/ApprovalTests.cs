using System.Net;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Notices;

/// <summary>A second administrator, and those who try to do without.</summary>
public class ApprovalTests(TestStorage storage)
{
    private const string Root = Class.AdministratorPhone;
    private const string OtherRoot = "13900000002";

    [Fact]
    public async Task Messages_to_more_than_200_phones_wait_and_small_portions_add_up()
    {
        await using var host = await HostAsync();
        var (root, official) = await StaffAsync(host);
        await Village.SettleAsync(host, 120);
        var first = await Village.SendAsync(official, Village.Form("一", channel: "message"));
        Assert.Equal(("sent", 120), ((string)first["state"]!, (int)first["reaches"]!));
        var second = await Village.SendAsync(official, Village.Form("二", channel: "message"));
        Assert.Equal("waiting", (string)second["state"]!);
        Assert.Equal((string)second["id"]!, (string)(await Village.SendAsync(official, Village.Form("二", channel: "message")))["id"]!);
        // What waits does not use anything up; the inbox has a limit of its own.
        Assert.Equal("sent", (string)(await Village.SendAsync(official, Village.Form("三")))["state"]!);
        Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(root, second)); // gave the official the role
        var other = await Farmer.SignUpAsync(host, phone: OtherRoot);
        Assert.Equal(HttpStatusCode.OK, await Village.ApproveAsync(other, second));
        Assert.Equal(HttpStatusCode.OK, await Village.ApproveAsync(other, second));
        host.Time.Advance(TimeSpan.FromDays(1));
        official = await Farmer.SignInAsync(host, official.Phone);
        Assert.Equal("sent", (string)(await Village.SendAsync(official, Village.Form("四", channel: "message")))["state"]!);
    }

    [Fact]
    public async Task Portions_that_are_sent_at_once_do_not_pass_the_limit_together()
    {
        await using var host = await HostAsync();
        var (_, official) = await StaffAsync(host);
        await Village.SettleAsync(host, 60);
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => Village.SendAsync(official, Village.Form($"第{number}", channel: "message")))
        );
        Assert.Equal(3, sent.Count(notice => (string)notice["state"]! == "sent"));
    }

    [Fact]
    public async Task Friends_cannot_approve()
    {
        await using var host = await HostAsync();
        var root = await Farmer.SignUpAsync(host, phone: Root);
        await Village.SettleAsync(host, 210);
        var proposer = await Village.StaffAsync(host, root);
        var friend = await Village.StaffAsync(host, proposer); // was given the role by the proposer
        var friendOfFriend = await Village.StaffAsync(host, friend);
        var independent = await Village.StaffAsync(host, root);
        var elsewhere = await Village.StaffAsync(host, root, region: "2202");
        var notice = await Village.SendAsync(proposer, Village.Form(channel: "message"));
        Assert.Equal("waiting", (string)notice["state"]!);
        var late = await Village.StaffAsync(host, root); // was given the role after the proposal
        foreach (var second in new[] { proposer, friend, friendOfFriend, root, elsewhere, late })
            Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(second, notice));
        // Taken back and given again by somebody else: still after the proposal.
        await Village.GiveAsync(host, root, friend.Phone, region: "220102");
        Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(friend, notice));
        Assert.Equal(HttpStatusCode.OK, await Village.ApproveAsync(independent, notice));
    }

    [Fact]
    public async Task The_proposer_does_not_profit_from_a_role_that_the_second_gave()
    {
        await using var host = await HostAsync();
        var root = await Farmer.SignUpAsync(host, phone: Root);
        await Village.SettleAsync(host, 210);
        var second = await Village.StaffAsync(host, root);
        var proposer = await Village.StaffAsync(host, second, role: "official", region: "220102");
        var notice = await Village.SendAsync(proposer, Village.Form(channel: "message"));
        Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(second, notice));
    }

    private Task<TestHost> HostAsync() =>
        TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = $"{Root},{OtherRoot}" });

    private static async Task<(Farmer Root, Farmer Official)> StaffAsync(TestHost host)
    {
        var root = await Farmer.SignUpAsync(host, phone: Root);
        return (root, await Village.StaffAsync(host, root, "official", "220102"));
    }
}
