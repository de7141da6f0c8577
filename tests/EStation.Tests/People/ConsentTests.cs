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
