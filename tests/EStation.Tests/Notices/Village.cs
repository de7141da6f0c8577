using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EStation.People;
using EStation.Regions;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Notices;

/// <summary>People of whom a notice may be, made without the way through text messages, and administrators.</summary>
internal static class Village
{
    public const string Code = Class.Village;

    /// <summary>Registers so many people with these profiles, and counts them.</summary>
    public static async Task<IReadOnlyList<Person>> SettleAsync(TestHost host, IEnumerable<Profile> profiles, int firstPhone = 0)
    {
        var people = new List<Person>();
        await Parallel.ForEachAsync(
            profiles.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (one, _) =>
            {
                var phone = Phone.Parse("135" + (firstPhone + one.Index).ToString("D8", CultureInfo.InvariantCulture));
                var made = await host.Get<PersonTable>().FindOrMakeAsync(phone, host.Time.GetUtcNow());
                var changed = (await host.Get<PersonTable>().ChangeAsync(made.Id, person => person.With(one.Item)))!;
                var person = await host.Get<Registrations>().CompleteAsync(changed, host.Time.GetUtcNow());
                lock (people)
                    people.Add(person);
            }
        );
        await host.RollUpAsync();
        return people;
    }

    public static Task<IReadOnlyList<Person>> SettleAsync(TestHost host, int count, string village = Code, int firstPhone = 0) =>
        SettleAsync(host, Enumerable.Repeat(new Profile("王", RegionCode.Parse(village), Gender.Female, 1980, "01"), count), firstPhone);

    public static object Form(
        string title = "停水通知",
        string[]? places = null,
        object? audience = null,
        string channel = "inbox",
        bool? preview = null,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null
    ) =>
        new
        {
            title = new { zh = title },
            text = new { zh = "明天停水一天。" },
            places = places ?? [Code],
            audience,
            channel,
            preview,
            from,
            until,
        };

    public static async Task<Farmer> StaffAsync(TestHost host, Farmer giver, string role = "administrator", string region = "2201")
    {
        var somebody = await Farmer.SignUpAsync(host);
        await GiveAsync(host, giver, somebody.Phone, role, region);
        return somebody;
    }

    public static async Task GiveAsync(TestHost host, Farmer giver, string phone, string role = "administrator", string region = "2201")
    {
        (
            await giver.PostAsync(
                "api/grants",
                new
                {
                    phone,
                    role,
                    region,
                }
            )
        ).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromSeconds(61));
    }

    public static async Task<JsonNode> SendAsync(Farmer sender, object form) =>
        await Farmer.JsonOf(await sender.PostAsync("api/notices", form));

    public static async Task<int> PreviewAsync(Farmer sender, string[] places, object? audience = null) =>
        (int)(await SendAsync(sender, Form(places: places, audience: audience, preview: true)))["reaches"]!;

    public static async Task<HttpStatusCode> ApproveAsync(Farmer second, JsonNode notice) =>
        (await second.PostAsync($"api/notices/{notice["id"]}/approve")).StatusCode;

    public static async Task<IReadOnlyList<string>> TitlesAsync(Farmer reader) =>
        [
            .. (await Farmer.JsonOf(await reader.GetAsync("api/inbox?limit=100")))["items"]!
                .AsArray()
                .Select(item => (string)item!["title"]!),
        ];
}
