using System.Net;
using System.Text.Json.Nodes;
using EStation.Accounts.SignIn;
using EStation.Testing;

namespace EStation.Access;

/// <summary>Roles that end by themselves, and roles that nobody uses.</summary>
public class EndingRolesTests(TestStorage storage)
{
    private const string Administrator = "13900000001";
    private static readonly Dictionary<string, string?> Settings = new() { ["Administrators"] = Administrator };

    [Fact]
    public async Task A_role_ends_when_its_time_is_over_and_can_be_prolonged()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignUpAsync(host, phone: Administrator);
        var official = await Farmer.SignUpAsync(host);
        var until = host.Time.GetUtcNow().AddDays(1);
        var given = await Farmer.JsonOf(await administrator.PostAsync("api/grants", Grant(official, until)));
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await official.PostAsync("api/stations")).StatusCode);
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await official.PostAsync("api/stations")).StatusCode);
        Assert.Empty((await Farmer.JsonOf(await official.GetAsync("api/me")))["roles"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.PostAsync("api/grants", Grant(official, until))).StatusCode);
        var again = await Farmer.JsonOf(await administrator.PostAsync("api/grants", Grant(official, null)));
        Assert.Equal((string)given["id"]!, (string)again["id"]!);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await official.PostAsync("api/stations")).StatusCode);
    }

    [Fact]
    public async Task A_role_that_nobody_has_used_for_half_a_year_is_listed()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignUpAsync(host, phone: Administrator);
        var (idle, busy) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await Farmer.JsonOf(await administrator.PostAsync("api/grants", Grant(idle, null)));
        var used = await Farmer.JsonOf(await administrator.PostAsync("api/grants", Grant(busy, null)));
        Assert.Empty(await UnusedAsync(administrator));
        host.Time.Advance(TimeSpan.FromDays(184));
        (administrator, busy) = (await Farmer.SignInAsync(host, Administrator), await Farmer.SignInAsync(host, busy.Phone));
        Assert.Equal(2, (await UnusedAsync(administrator)).Count);
        (await busy.PutAsync("api/villages/220102001001/publicist", new { name = "王", phone = "13900000009" })).EnsureSuccessStatusCode();
        Assert.NotEqual((string)used["id"]!, (string)Assert.Single(await UnusedAsync(administrator))!["id"]!);
    }

    [Fact]
    public async Task A_phone_with_a_role_gets_a_longer_code_and_only_the_message_shows_it()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var challenges = host.Get<Challenges>();
        var (plain, official) = (Phone.Parse("13800000001"), Phone.Parse("13800000002"));
        var short1 = challenges.Make(plain, "192.0.2.1", ofStrangers: false, host.Time.GetUtcNow());
        var long1 = challenges.Make(official, "192.0.2.1", ofStrangers: false, host.Time.GetUtcNow(), hasRole: true);
        Assert.Equal((6, 8), (short1.Challenge.Code.Length, long1.Challenge.Code.Length));
        Assert.Equal(short1.Sealed.Length, long1.Sealed.Length);
        Assert.Equal(long1.Challenge.Code, challenges.Open(long1.Sealed)!.Code);
        Assert.Equal(short1.Challenge.Code, challenges.Open(short1.Sealed)!.Code);
        var administrator = await Farmer.SignUpAsync(host, phone: Administrator);
        await Farmer.JsonOf(await administrator.GetAsync("api/me"));
        Assert.Matches(
            @"^\d{8}$",
            new Azure.Data.Tables.TableClient(host.ConnectionString, "LocalMessages")
                .Query<Azure.Data.Tables.TableEntity>()
                .First()
                .GetString("Code")
        );
    }

    private static object Grant(Farmer farmer, DateTimeOffset? until) =>
        new
        {
            phone = farmer.Phone,
            role = "official",
            region = "220102",
            until,
        };

    private static async Task<JsonArray> UnusedAsync(Farmer administrator) =>
        (await Farmer.JsonOf(await administrator.GetAsync("api/grants?region=22&unused=true")))["items"]!.AsArray();
}
