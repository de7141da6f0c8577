using System.Net;
using Azure.Data.Tables;
using EStation.Accounts;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EStation.Access;

/// <summary>Roles given and taken by administrators, over HTTP.</summary>
public class GrantsTests(TestStorage storage)
{
    private const string Administrator = "13900000001";
    private static readonly Dictionary<string, string?> Settings = new() { ["Administrators"] = Administrator };

    [Fact]
    public async Task A_role_can_be_given_before_its_holder_has_signed_in()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        var phone = Farmer.NewPhone();
        var given = await Farmer.JsonOf(
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone,
                    role = "official",
                    region = "220102001",
                }
            )
        );
        Assert.DoesNotContain(phone, given.ToJsonString(), StringComparison.Ordinal);

        var official = await Farmer.JsonOf(await (await Farmer.SignInAsync(host, phone)).GetAsync("api/me"));
        Assert.Equal("official", (string)official["roles"]![0]!["role"]!);
        Assert.Equal("220102001", (string)official["roles"]![0]!["region"]!);
    }

    [Fact]
    public async Task Giving_the_same_again_gives_it_once_and_taking_it_again_is_answered_the_same()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        var wish = new
        {
            phone = Farmer.NewPhone(),
            role = "reviewer",
            region = "2201",
        };
        var first = await administrator.PostAsync("api/grants", wish);
        var again = await administrator.PostAsync("api/grants", wish);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        var id = (string)(await Farmer.JsonOf(again))["id"]!;
        Assert.Single((await Farmer.JsonOf(await administrator.GetAsync("api/grants?region=22")))["items"]!.AsArray());

        Assert.Equal(HttpStatusCode.NoContent, (await administrator.DeleteAsync($"api/grants/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await administrator.DeleteAsync($"api/grants/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.DeleteAsync("api/grants/never")).StatusCode);
        Assert.Empty((await Farmer.JsonOf(await administrator.GetAsync("api/grants?region=22")))["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.Created, (await administrator.PostAsync("api/grants", wish)).StatusCode);
    }

    [Fact]
    public async Task A_change_of_roles_acts_on_another_instance_within_a_minute()
    {
        await using var one = await TestHost.StartAsync(storage, Settings);
        await using var other = await TestHost.StartAsync(storage, Settings, one.ConnectionString);
        var administrator = await Farmer.SignInAsync(one, Administrator);
        var phone = Farmer.NewPhone();
        var there = await Farmer.SignUpAsync(other, phone: phone);
        Assert.Empty((await Farmer.JsonOf(await there.GetAsync("api/me")))["roles"]!.AsArray());
        var id = (string)
            (
                await Farmer.JsonOf(
                    await administrator.PostAsync(
                        "api/grants",
                        new
                        {
                            phone,
                            role = "jury",
                            region = "22",
                        }
                    )
                )
            )["id"]!;
        other.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Single((await Farmer.JsonOf(await there.GetAsync("api/me")))["roles"]!.AsArray());
        await administrator.DeleteAsync($"api/grants/{id}");
        other.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Empty((await Farmer.JsonOf(await there.GetAsync("api/me")))["roles"]!.AsArray());
    }

    [Fact]
    public async Task An_administrator_acts_within_the_region_alone()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var province = await Farmer.SignInAsync(host, Administrator);
        var phone = Farmer.NewPhone();
        await Farmer.JsonOf(
            await province.PostAsync(
                "api/grants",
                new
                {
                    phone,
                    role = "administrator",
                    region = "2201",
                }
            )
        );
        var outside = (string)
            (
                await Farmer.JsonOf(
                    await province.PostAsync(
                        "api/grants",
                        new
                        {
                            phone,
                            role = "jury",
                            region = "2202",
                        }
                    )
                )
            )["id"]!;
        var prefecture = await Farmer.SignInAsync(host, phone);

        await Farmer.JsonOf(
            await prefecture.PostAsync(
                "api/grants",
                new
                {
                    phone = Farmer.NewPhone(),
                    role = "official",
                    region = "220102",
                }
            )
        );
        // Without a region it is their own.
        var own = (await Farmer.JsonOf(await prefecture.GetAsync("api/grants")))["items"]!.AsArray();
        Assert.Equal(["2201", "220102"], own.Select(grant => (string)grant!["region"]!));
        await Farmer.JsonOf(await prefecture.GetAsync("api/audit"));
        foreach (
            var refused in new[]
            {
                await prefecture.PostAsync(
                    "api/grants",
                    new
                    {
                        phone = Farmer.NewPhone(),
                        role = "official",
                        region = "2202",
                    }
                ),
                await prefecture.PostAsync(
                    "api/grants",
                    new
                    {
                        phone = Farmer.NewPhone(),
                        role = "official",
                        region = "22",
                    }
                ),
                await prefecture.DeleteAsync($"api/grants/{outside}"),
                await prefecture.GetAsync("api/grants?region=2202"),
                await prefecture.GetAsync("api/audit?region=22"),
                await (await Farmer.SignUpAsync(host)).PostAsync("api/grants", new { }),
            }
        )
            Assert.Equal("role.missing", await Farmer.RefusalOf(refused, HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Grants_live_through_rotations_of_the_secret()
    {
        var secrets = Enumerable
            .Range(1, 3)
            .Select(number => Convert.ToBase64String(Enumerable.Repeat((byte)number, 32).ToArray()))
            .ToArray();
        var phone = Farmer.NewPhone();
        string? connection = null;
        foreach (var (master, previous) in new[] { (secrets[0], null), (secrets[1], secrets[0]), (secrets[2], secrets[1]) })
        {
            var settings = new Dictionary<string, string?>(Settings) { ["Secrets:Master"] = master, ["Secrets:Previous"] = previous };
            await using var host = await TestHost.StartAsync(storage, settings, connection);
            if (connection is null)
                await Farmer.JsonOf(
                    await (await Farmer.SignInAsync(host, Administrator)).PostAsync(
                        "api/grants",
                        new
                        {
                            phone,
                            role = "jury",
                            region = "22",
                        }
                    )
                );
            connection = host.ConnectionString;
            Assert.Equal(previous is null ? 0 : 1, await host.Get<GrantTable>().RenewAsync());
            Assert.Equal(0, await host.Get<GrantTable>().RenewAsync());
            Assert.Single(
                (await Farmer.JsonOf(await (await Farmer.SignUpAsync(host, phone: phone)).GetAsync("api/me")))["roles"]!.AsArray()
            );
        }
    }

    [Fact]
    public async Task A_role_that_is_given_again_after_a_rotation_is_the_same_and_is_taken_as_one()
    {
        var wish = new
        {
            phone = Farmer.NewPhone(),
            role = "jury",
            region = "22",
        };
        await using var first = await RotatedAsync(1, null, null);
        var id = (string)(await Farmer.JsonOf(await (await Farmer.SignInAsync(first, Administrator)).PostAsync("api/grants", wish)))["id"]!;
        await using var second = await RotatedAsync(2, 1, first.ConnectionString);
        await RenewAllAsync(second);
        await using var third = await RotatedAsync(3, 2, first.ConnectionString); // does not know the secret of the first any more
        await RenewAllAsync(third);
        var administrator = await Farmer.SignInAsync(third, Administrator);
        var again = await administrator.PostAsync("api/grants", wish);
        Assert.Equal((HttpStatusCode.OK, id), (again.StatusCode, (string)(await Farmer.JsonOf(again))["id"]!));

        // One that was given twice all the same.
        var table = new TableClient(first.ConnectionString, "Grants");
        var row = table.GetEntity<TableEntity>("grant", id).Value;
        row.RowKey = "twin";
        await table.AddEntityAsync(row);
        Assert.Equal(2, (await Farmer.JsonOf(await administrator.GetAsync("api/grants")))["items"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.NoContent, (await administrator.DeleteAsync($"api/grants/{id}")).StatusCode);
        Assert.Empty((await Farmer.JsonOf(await administrator.GetAsync("api/grants")))["items"]!.AsArray());
        Assert.Empty(
            (await Farmer.JsonOf(await (await Farmer.SignUpAsync(third, phone: wish.phone)).GetAsync("api/me")))["roles"]!.AsArray()
        );
    }

    [Fact]
    public async Task Reading_grants_writes_nothing_and_the_timer_says_how_many_it_renewed()
    {
        await using var first = await RotatedAsync(1, null, null);
        var administrator = await Farmer.SignInAsync(first, Administrator);
        foreach (var role in new[] { "jury", "reviewer" })
            await Farmer.JsonOf(
                await administrator.PostAsync(
                    "api/grants",
                    new
                    {
                        phone = Farmer.NewPhone(),
                        role,
                        region = "22",
                    }
                )
            );
        await using var second = await RotatedAsync(2, 1, first.ConnectionString);
        second.Meter.Reset();
        Assert.Equal(2, (await second.Get<GrantTable>().ListAsync()).Count());
        Assert.Equal(0, second.Meter.Writes);
        Assert.Contains("Renewed 3 phones", await RenewAllAsync(second), StringComparison.Ordinal); // with the administrator's own
        Assert.Contains("Renewed 0 phones", await RenewAllAsync(second), StringComparison.Ordinal);
    }

    private Task<TestHost> RotatedAsync(byte master, byte? previous, string? connection)
    {
        static string? Secret(byte? number) => number is { } one ? Convert.ToBase64String([.. Enumerable.Repeat(one, 32)]) : null;
        return TestHost.StartAsync(
            storage,
            new Dictionary<string, string?>(Settings) { ["Secrets:Master"] = Secret(master), ["Secrets:Previous"] = Secret(previous) },
            connection
        );
    }

    /// <returns>What it logs.</returns>
    private static async Task<string> RenewAllAsync(TestHost host)
    {
        using var lines = new LogLines();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(lines));
        await ActivatorUtilities.CreateInstance<RenewPhones>(host.Services, loggers.CreateLogger<RenewPhones>()).Run(new());
        return Assert.Single(lines.All);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("reviewer,jury")] // their bits together are an administrator's
    public async Task What_is_no_grant_is_refused_by_field(string role)
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        var refused = await administrator.PostAsync(
            "api/grants",
            new
            {
                phone = "12345",
                role,
                region = "99",
            }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var errors = System.Text.Json.Nodes.JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]!.AsObject();
        Assert.Equal(["phone", "role", "region"], errors.Select(error => error.Key));
    }
}
