using System.Net;
using EStation.Testing;

namespace EStation.People;

/// <summary>Who has agreed to what, and when.</summary>
public class ConsentTests(TestStorage storage)
{
    [Fact]
    public async Task A_consent_is_stored_with_its_version_and_first_time_and_stays_when_the_profile_changes()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        Assert.Null((await Farmer.JsonOf(await farmer.GetAsync("api/me")))["consent"]);
        var first = host.Time.GetUtcNow();
        await Farmer.JsonOf(await farmer.PutAsync("api/me", Profile(1980, new { version = "2026-01" })));
        host.Time.Advance(TimeSpan.FromDays(1));
        await Farmer.JsonOf(await farmer.PutAsync("api/me", Profile(1980, new { version = "2026-01" })));
        await Farmer.JsonOf(await farmer.PutAsync("api/me", Profile(1981, null)));
        var consent = (await Farmer.JsonOf(await farmer.GetAsync("api/me/data")))["profile"]!["consent"]!;
        Assert.Equal("2026-01", (string)consent["version"]!);
        Assert.InRange((DateTimeOffset)consent["at"]!, first.AddSeconds(-1), first.AddSeconds(1));
        host.Time.Advance(TimeSpan.FromDays(1));
        var changed = await Farmer.JsonOf(await farmer.PutAsync("api/me", Profile(1981, new { version = "2026-02" })));
        Assert.Equal("2026-02", (string)changed["consent"]!["version"]!);
    }

    [Fact]
    public async Task For_a_child_under_14_a_guardian_agrees()
    {
        await using var host = await TestHost.StartAsync(storage);
        var child = await Farmer.SignUpAsync(host);
        var year = Day.Of(host.Time.GetUtcNow()).Date.Year;
        var refused = await child.PutAsync("api/me", Profile(year - 13, new { version = "1" }));
        Assert.Contains("guardian", await Filmmaker.ReasonOf(refused, "consent.guardian"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await child.PutAsync("api/me", Profile(year - 14, new { version = "1" }))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await child.PutAsync("api/me", Profile(year - 13, null))).StatusCode); // an account from before
        var agreed = await Farmer.JsonOf(await child.PutAsync("api/me", Profile(year - 13, new { version = "2", guardian = "王父" })));
        Assert.Equal("王父", (string)agreed["consent"]!["guardian"]!);
        refused = await child.PutAsync("api/me", Profile(year - 13, new { version = "2", guardian = "王父\n=cmd|x" }));
        Assert.Equal("has a line break", await Filmmaker.ReasonOf(refused, "consent.guardian"));
    }

    [Fact]
    public async Task An_account_from_before_is_asked_until_it_agrees_to_the_newest_version()
    {
        var settings = new Dictionary<string, string?> { ["Site:Operator"] = "吉林省科协", ["Site:Icp"] = "吉ICP备2026000001号" };
        await using var host = await TestHost.StartAsync(storage, settings);
        var farmer = await Farmer.SignUpAsync(host);
        var documents = await Farmer.JsonOf(await host.Http.GetAsync("api/documents?lang=ko"));
        var version = (string)documents["version"]!;
        Assert.Equal(
            ("吉林省科协", "吉ICP备2026000001号"),
            ((string)documents["operator"]!["name"]!, (string)documents["operator"]!["icp"]!)
        );
        Assert.Equal(["privacy", "terms"], documents["items"]!.AsArray().Select(item => (string)item!["kind"]!));
        Assert.Equal(version, (string)(await Farmer.JsonOf(await farmer.GetAsync("api/me")))["consentAsked"]!);
        Assert.Equal(HttpStatusCode.OK, (await farmer.PutAsync("api/me", Profile(1980, null))).StatusCode);
        var old = await Farmer.JsonOf(await farmer.PutAsync("api/me", Profile(1980, new { version = "2026-01" })));
        Assert.False((bool)old["consent"]!["current"]!);
        Assert.Equal(version, (string)old["consentAsked"]!);
        await farmer.PutAsync("api/me", Profile(1980, new { version }));
        var me = await Farmer.JsonOf(await farmer.GetAsync("api/me"));
        Assert.True((bool)me["consent"]!["current"]!);
        Assert.Null(me["consentAsked"]);
    }

    [Theory]
    [InlineData("privacy")]
    [InlineData("terms")]
    public async Task A_document_is_read_in_each_language_and_by_the_version_of_a_consent(string kind)
    {
        await using var host = await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Site:Operator"] = "吉林省科协" });
        foreach (var language in new[] { "zh", "ko", "en" })
        {
            var text = await (
                await host.Http.GetAsync($"api/documents/{kind}?lang={language}&version=2027-01")
            ).Content.ReadAsStringAsync();
            Assert.Contains("吉林省科协", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{operator}", text, StringComparison.Ordinal);
        }

        Assert.Equal(
            "not-found",
            await Farmer.RefusalOf(await host.Http.GetAsync($"api/documents/{kind}?version=2020-01"), HttpStatusCode.NotFound)
        );
    }

    private static object Profile(int born, object? consent) =>
        new
        {
            name = "王小明",
            village = "220102001001",
            gender = "2",
            birthYear = born,
            language = "zh",
            consent,
        };
}
