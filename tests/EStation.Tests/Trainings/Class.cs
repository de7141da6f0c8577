using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>A training that an official has announced, for tests.</summary>
internal sealed class Class
{
    public const string Village = "220102001001";
    public const string AdministratorPhone = "13900000001";

    private Class(TestHost host, Farmer official, string id) => (Host, Official, Id) = (host, official, id);

    public TestHost Host { get; }

    public Farmer Official { get; }

    public string Id { get; }

    public string Path => $"api/trainings/{Id}";

    public static Task<TestHost> HostAsync(TestStorage storage, string? connectionString = null) =>
        TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = AdministratorPhone, ["Inbox:BurstSeconds"] = "1" },
            connectionString
        );

    public static async Task<Class> AnnounceAsync(
        TestHost host,
        int capacity = 2,
        Func<Dictionary<string, object?>, Dictionary<string, object?>>? change = null
    )
    {
        var official = await Farmer.SignUpAsync(host, Village, "李主任", AdministratorPhone);
        var announced = await Farmer.JsonOf(await official.PostAsync("api/trainings", Form(host, capacity, change)));
        return new Class(host, official, (string)announced["id"]!);
    }

    /// <summary>Three days from now, two sessions, sign-up until the day before.</summary>
    public static Dictionary<string, object?> Form(
        TestHost host,
        int capacity = 2,
        Func<Dictionary<string, object?>, Dictionary<string, object?>>? change = null
    )
    {
        var start = Day.Of(host.Time.GetUtcNow()).Start.AddDays(3).AddHours(9);
        var form = new Dictionary<string, object?>
        {
            ["programme"] = "green-certificate",
            ["kind"] = "training",
            ["title"] = new { zh = "水稻病虫害绿色防控", ko = "벼 병해충 친환경 방제" },
            ["description"] = new { zh = "田间课堂与实操。" },
            ["village"] = Village,
            ["sessions"] = new[]
            {
                new { startsAt = start, endsAt = start.AddHours(3) },
                new { startsAt = start.AddDays(1), endsAt = start.AddDays(1).AddHours(3) },
            },
            ["signUpOpensAt"] = host.Time.GetUtcNow().AddHours(-1),
            ["signUpClosesAt"] = start.AddHours(-12),
            ["capacity"] = capacity,
            ["hours"] = 6,
            ["contact"] = "0431-12345678",
        };
        return change?.Invoke(form) ?? form;
    }

    public async Task<JsonNode> SignUpAsync(Farmer farmer, object? body = null) =>
        await Farmer.JsonOf(await farmer.PostAsync($"{Path}/enrolments", body));

    /// <summary>Somebody new signs up.</summary>
    public async Task<(Farmer Farmer, string Ticket)> TicketAsync()
    {
        var farmer = await Farmer.SignUpAsync(Host);
        return (farmer, (string)(await SignUpAsync(farmer))["ticket"]!);
    }

    /// <summary>The name of somebody's sign-up on the wire.</summary>
    public async Task<string> EnrolmentOfAsync(Farmer farmer) =>
        (string)(await Farmer.JsonOf(await farmer.GetAsync($"{Path}/enrolments/me")))["enrolment"]!;

    public async Task<JsonNode> MarkAsync(int session, params string[] tickets) =>
        await Farmer.JsonOf(await Official.PutAsync($"{Path}/sessions/{session}/attendance", new { tickets }));

    public async Task EndAsync()
    {
        var end = (DateTimeOffset)(await SeeAsync())["sessions"]!.AsArray()[^1]!["endsAt"]!;
        if (end > Host.Time.GetUtcNow())
            Host.Time.Advance(end - Host.Time.GetUtcNow());
    }

    /// <summary>Once the last session has ended.</summary>
    public async Task<JsonNode> CompleteAsync(object body)
    {
        await EndAsync();
        return await CompletedAsync(body);
    }

    private async Task<JsonNode> CompletedAsync(object body) => await Farmer.JsonOf(await Official.PostAsync($"{Path}/complete", body));

    public async Task<JsonNode> SeeAsync() => await Farmer.JsonOf(await Host.Http.GetAsync(Path));

    public async Task<(int Confirmed, int Waiting)> CountAsync()
    {
        var seen = await SeeAsync();
        return ((int)seen["confirmed"]!, (int)seen["waiting"]!);
    }
}
