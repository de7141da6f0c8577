using System.Net.Http.Headers;
using System.Net.Http.Json;
using EStation.Http;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>
/// Every route of trainings and certificates, tried against one villager by people who have no right to her sign-up, or have lost it.
/// </summary>
public class AttacksOnTrainingsTests(TestStorage storage)
{
    private const string Name = "訾雨薇";
    private const string NextVillage = "220102001002";

    [Fact]
    public async Task Strangers_former_relatives_and_officials_without_the_role_read_cancel_and_write_nothing_of_hers()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 9);
        var victim = await Farmer.SignUpAsync(host, name: Name);
        var relative = await Farmer.SignUpAsync(host, name: "赵六");
        var made = (string)
            (await training.SignUpAsync(relative, new { people = new[] { new { phone = victim.Phone, name = Name } } }))["items"]![1]![
                "enrolment"
            ]!;
        var own = await training.SignUpAsync(victim); // takes the seat over
        var revoked = await OfficialAsync(training, Class.Village);
        var next = await OfficialAsync(training, NextVillage);
        var reviewer = await OfficialAsync(training, Class.Village, "reviewer");
        await Farmer.JsonOf(await revoked.Farmer.GetAsync($"{training.Path}/enrolments")); // the role was there, and was used
        (await training.Official.DeleteAsync($"api/grants/{revoked.Grant}")).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await training.MarkAsync(1, (string)own["ticket"]!);
        var enrolment = (string)own["enrolment"]!;
        var certificate = (string)(await training.CompleteAsync(new { enrolments = new[] { enrolment } }))["items"]![0]!["certificate"]!;
        await Farmer.JsonOf(await victim.PutAsync($"{training.Path}/feedback", new { rating = 5, comment = "讲得好" }));
        await host.RollUpAsync();
        var before = await HersAsync(training, victim, certificate);

        var tried = new HashSet<string>();
        foreach (var attacker in new[] { await Farmer.SignUpAsync(host), relative, revoked.Farmer, next.Farmer, reviewer.Farmer })
        {
            foreach (var route in Routes())
            {
                tried.Add(route.Function);
                foreach (
                    var named in route.Template.Contains("{enrolment}", StringComparison.Ordinal)
                        ? [made, enrolment, victim.Id]
                        : new[] { "" }
                )
                {
                    var path = route
                        .Template.Replace("{id}", training.Id, StringComparison.Ordinal)
                        .Replace("{n}", "1", StringComparison.Ordinal)
                        .Replace("{enrolment}", named, StringComparison.Ordinal)
                        .Replace("{ticket}", (string)own["ticket"]!, StringComparison.Ordinal)
                        .Replace("{number}", certificate, StringComparison.Ordinal);
                    foreach (var query in route.Method == "GET" ? ["", "?format=svg", "?format=html", "?format=csv"] : new[] { "" })
                    {
                        var request = new HttpRequestMessage(new HttpMethod(route.Method), path + query);
                        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", attacker.Token);
                        if (BodyOf(route, host, enrolment, victim) is { } body)
                            request.Content = JsonContent.Create(body);
                        var answer = await host.Http.SendAsync(request);
                        var text = await answer.Content.ReadAsStringAsync();
                        Assert.True((int)answer.StatusCode < 500, $"{route}: {answer.StatusCode}");
                        Assert.True(
                            route.Method == "GET" || Allowed.Contains(route.Function) || !answer.IsSuccessStatusCode,
                            $"{route} {named}: {answer.StatusCode} {text}"
                        );
                        Assert.False(Everything.Has(text, Name, victim.Phone, victim.Id, (string)own["ticket"]!), $"{route} tells {text}");
                    }
                }
            }
        }

        Assert.Equal(before, await HersAsync(training, victim, certificate));
        Assert.Superset(
            new HashSet<string>
            {
                "GetRoster",
                "GetEnrolment",
                "WithdrawFromTraining",
                "MarkAttendance",
                "RevokeCertificate",
                "GiveFeedback",
            },
            tried
        );
    }

    /// <summary>Signing oneself up, with others, is for everybody; it must leave hers alone.</summary>
    private static readonly string[] Allowed = ["SignUpForTraining"];

    private static IEnumerable<DiscoveredRoute> Routes() =>
        DiscoveredRoute
            .All.Where(route =>
                route.Template.StartsWith("api/trainings", StringComparison.Ordinal)
                || route.Template.StartsWith("api/certificates", StringComparison.Ordinal)
                || route.Template.StartsWith("api/me/trainings", StringComparison.Ordinal)
            )
            // What everybody may do comes last: a relative who signs her up again may cancel that.
            .OrderBy(route => Allowed.Contains(route.Function))
            .ThenBy(route => Array.IndexOf(["GET", "PUT", "POST", "DELETE"], route.Method))
            .ThenBy(route => route.Function);

    /// <summary>What an official would send; routes that are added later are tried without words.</summary>
    private static object? BodyOf(DiscoveredRoute route, TestHost host, string enrolment, Farmer victim) =>
        route.Function switch
        {
            "AnnounceTraining" or "ChangeTraining" => Class.Form(host, capacity: 7),
            "SignUpForTraining" => new { people = new[] { new { phone = victim.Phone, name = "坏名字" } } },
            "CompleteTraining" => new { enrolments = new[] { enrolment } },
            "MarkAttendance" => new { tickets = Array.Empty<string>() },
            "GiveFeedback" => new { rating = 1, comment = "不好" },
            "RevokeCertificate" => new { reason = "不实" },
            _ => route.TakesBody ? new { } : null,
        };

    private static async Task<(Farmer Farmer, string Grant)> OfficialAsync(Class training, string region, string role = "official")
    {
        var farmer = await Farmer.SignUpAsync(training.Host, name: "钱主任");
        var grant = await Farmer.JsonOf(
            await training.Official.PostAsync(
                "api/grants",
                new
                {
                    phone = farmer.Phone,
                    role,
                    region,
                }
            )
        );
        return (farmer, (string)grant["id"]!);
    }

    /// <summary>All that she, and anybody, sees of it.</summary>
    private static async Task<string> HersAsync(Class training, Farmer victim, string certificate)
    {
        var texts = new List<string>();
        foreach (var path in new[] { $"{training.Path}/enrolments/me", $"api/certificates/{certificate}", "api/me/trainings" })
            texts.Add((await Farmer.JsonOf(await victim.GetAsync(path))).ToJsonString());
        // Those who sign her up anew are in her export, as guests.
        var exported = (await Farmer.JsonOf(await victim.GetAsync("api/me/data")))["trainings"]!.AsArray();
        texts.Add(exported.Single(one => (string)one!["signedUpBy"]! == "self")!.ToJsonString());
        var roster = (await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments")))["items"]!
            .AsArray()
            .Single(entry => (string)entry!["name"]! == Name && (string)entry["state"]! == "confirmed");
        texts.Add(roster!.ToJsonString());
        // How many others have signed up meanwhile is not hers.
        return System.Text.RegularExpressions.Regex.Replace(string.Join('\n', texts), "\"(confirmed|waiting)\":\\d+", "");
    }
}
