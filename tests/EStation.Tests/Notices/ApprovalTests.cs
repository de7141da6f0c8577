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

    [Theory]
    [InlineData("the friend changes the end of the own role")]
    [InlineData("a role is taken back from the one between")]
    [InlineData("the one between is erased")]
    [InlineData("the chain is long")]
    public async Task Friends_cannot_approve_behind_others(string trick)
    {
        await using var host = await HostAsync();
        var root = await Farmer.SignUpAsync(host, phone: Root);
        await Village.SettleAsync(host, 210);
        var proposer = await Village.StaffAsync(host, root);
        var between = await Village.StaffAsync(host, proposer);
        var friend = await Village.StaffAsync(host, between);
        switch (trick)
        {
            case "the friend changes the end of the own role":
                var until = host.Time.GetUtcNow().AddYears(1);
                await friend.PostAsync(
                    "api/grants",
                    new
                    {
                        phone = friend.Phone,
                        role = "administrator",
                        region = "2201",
                        until,
                    }
                );
                break;
            case "a role is taken back from the one between":
                var grants = host.Get<Access.GrantTable>();
                var taken = (await grants.ListAsync()).Single(grant => grant.Phone.E164 == "+86" + between.Phone);
                (await root.DeleteAsync($"api/grants/{taken.Id}")).EnsureSuccessStatusCode();
                break;
            case "the one between is erased":
                (await between.DeleteAsync("api/me")).EnsureSuccessStatusCode();
                break;
            default:
                for (var length = 0; length < 10; length++)
                    friend = await Village.StaffAsync(host, friend);
                break;
        }

        host.Time.Advance(TimeSpan.FromSeconds(61));
        var notice = await Village.SendAsync(proposer, Village.Form(channel: "message"));
        Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(friend, notice));
    }

    [Fact]
    public async Task Nobody_approves_an_own_notice_by_coming_back_after_an_erasure()
    {
        await using var host = await HostAsync();
        var root = await Farmer.SignUpAsync(host, phone: Root);
        await Village.SettleAsync(host, 210);
        var given = await Village.StaffAsync(host, root);
        var notice = await Village.SendAsync(root, Village.Form(channel: "message"));
        Assert.Equal("waiting", (string)notice["state"]!);
        (await root.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        root = await Farmer.SignUpAsync(host, phone: Root);
        Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(root, notice));
        var next = await Village.SendAsync(root, Village.Form("二", channel: "message"));
        Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(given, next));
    }

    [Fact]
    public async Task A_role_whose_end_was_changed_after_the_proposal_is_too_young()
    {
        await using var host = await HostAsync();
        var (root, official) = await StaffAsync(host);
        var other = await Farmer.SignUpAsync(host, phone: OtherRoot);
        await Village.SettleAsync(host, 210);
        var second = await Village.StaffAsync(host, other);
        var notice = await Village.SendAsync(official, Village.Form(channel: "message"));
        var until = host.Time.GetUtcNow().AddDays(9);
        await other.PostAsync(
            "api/grants",
            new
            {
                phone = second.Phone,
                role = "administrator",
                region = "2201",
                until,
            }
        );
        host.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(second, notice));
        Assert.Equal(HttpStatusCode.OK, await Village.ApproveAsync(other, notice));
        Assert.Equal(HttpStatusCode.Forbidden, await Village.ApproveAsync(root, notice));
    }

    [Fact]
    public async Task What_has_ended_is_not_approved_any_more()
    {
        await using var host = await HostAsync();
        var (_, official) = await StaffAsync(host);
        var other = await Farmer.SignUpAsync(host, phone: OtherRoot);
        await Village.SettleAsync(host, 210);
        var until = host.Time.GetUtcNow().AddMinutes(5);
        var notice = await Village.SendAsync(official, Village.Form(channel: "message", until: until));
        host.Time.Advance(TimeSpan.FromMinutes(5));
        var late = await other.PostAsync($"api/notices/{notice["id"]}/approve");
        Assert.Equal("notice.ended", await Farmer.RefusalOf(late, HttpStatusCode.Conflict));
    }

    private Task<TestHost> HostAsync() =>
        TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = $"{Root},{OtherRoot}" });

    private static async Task<(Farmer Root, Farmer Official)> StaffAsync(TestHost host)
    {
        var root = await Farmer.SignUpAsync(host, phone: Root);
        return (root, await Village.StaffAsync(host, root, "official", "220102"));
    }
}
