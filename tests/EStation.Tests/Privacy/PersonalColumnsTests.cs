using System.Net;
using System.Reflection;
using EStation.People;
using EStation.Showcase;
using EStation.Storage;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Privacy;

/// <summary>
/// Somebody does everything that leaves something in storage, in person and by roles. Whatever is found of that person must have been
/// declared by a table, with what export and erasure make of it.
/// </summary>
public class PersonalColumnsTests(TestStorage storage, ITestOutputHelper output)
{
    private const string Name = "訾雨薇";
    private const string Masked = "訾**";
    private const string AdministratorPhone = "13900000001";

    private static readonly IReadOnlyDictionary<StoredColumn, PersonalColumnAttribute> Declared = typeof(Composition)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<PersonalColumnAttribute>())
        .ToDictionary(column => new StoredColumn(column.Table, column.Rows, column.Column, column.What));

    [Fact]
    public async Task Every_stored_column_with_something_of_a_person_is_declared_exported_and_erased()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = AdministratorPhone }
        );
        var person = await LiveAsync(host);
        await host.RollUpAsync();
        var export = (await Farmer.JsonOf(await person.GetAsync("api/me/data"))).AsObject();
        var stored = await StoredColumns.FindAsync(host, person, Name, Masked);
        IsEmpty(stored.Except(Declared.Keys));
        Assert.All(
            Declared.Values.Where(column => column.NotExportedBecause is null),
            column =>
                Assert.True(
                    export[column.ExportedAs!] is { } field && field.ToJsonString() is not ("[]" or "{}" or "null"),
                    $"{column.Table}.{column.Column}"
                )
        );

        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync("api/me")).StatusCode);
        host.Time.Advance(Erasure.SecondLook);
        await host.Get<Erasures>().CompleteAsync(host.Time.GetUtcNow());
        await host.RollUpAsync();
        await host.RollUpAsync();
        var left = await StoredColumns.FindAsync(host, person, Name, Masked);
        output.WriteLine($"{stored.Count} columns, {left.Count} after the erasure");
        IsEmpty(left.Except(Declared.Keys));
        IsEmpty(Declared.Keys.Except(stored).Except(left)); // nobody writes it any more, or nobody does here what writes it
        IsEmpty(left.Where(column => Declared[column].WhenErased == WhenErased.Gone));
        Assert.All(
            left,
            column => Assert.True(column.What == Personal.Id || Declared[column].WhenErased is WhenErased.KeptForLimits or WhenErased.ToldToOthers, column.ToString())
        );
    }

    private static void IsEmpty(IEnumerable<StoredColumn> columns)
    {
        var lines = columns.Select(column => column.ToString()).Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    /// <summary>Takes part in everything; then, with every role, handles others' things and one's own.</summary>
    private static async Task<Farmer> LiveAsync(TestHost host)
    {
        var person = await Farmer.SignUpAsync(host, name: Name);
        var profile = new
        {
            name = Name,
            village = Class.Village,
            gender = "2",
            birthYear = 1980,
            ethnicGroup = "01",
            language = "zh",
            consent = new { version = "2026-01", guardian = Name },
        };
        (await person.PutAsync("api/me", profile)).EnsureSuccessStatusCode();
        var paper = await person.StartAsync();
        await Farmer.JsonOf(await person.SubmitAsync(paper, Farmer.Guess(paper)));

        var training = await Class.AnnounceAsync(host, capacity: 5);
        var ticket = (string)(await training.SignUpAsync(person))["ticket"]!;
        await training.SignUpAsync(person, new { people = new[] { new { phone = Farmer.NewPhone(), name = "家人" } } });
        await MakeFilmsAsync(host, person, training.Official);
        await ActAsync(host, person, training.Official);
        host.Time.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(12));
        await training.MarkAsync(1, ticket);
        host.Time.Advance(TimeSpan.FromDays(2));
        await training.CompleteAsync(new { enrolments = new[] { await training.EnrolmentOfAsync(person) } });
        await Farmer.JsonOf(await person.PutAsync($"{training.Path}/feedback", new { rating = 5, comment = Name + "：很好" }));
        (
            await person.PostAsync(
                "api/grants",
                new
                {
                    phone = "13900000077",
                    role = "official",
                    region = "22",
                }
            )
        ).Dispose();
        return person;
    }

    private static async Task MakeFilmsAsync(TestHost host, Farmer person, Farmer administrator)
    {
        var reviewer = await Stage.ReviewerAsync(host);
        var own = await person.SubmitVideoAsync();
        await Farmer.JsonOf(await reviewer.DecideAsync(own, "publish"));
        var others = await Stage.PublishAsync(host, reviewer, title: "别人的");
        (await person.PutAsync($"api/videos/{others}/like", new { })).EnsureSuccessStatusCode();
        (await person.PostAsync($"api/videos/{others}/views")).EnsureSuccessStatusCode();
        (await person.PutAsync($"api/videos/{others}/vote", new { })).EnsureSuccessStatusCode();
        (await person.PostAsync($"api/videos/{others}/reports", new { reason = Name + "认为不妥" })).EnsureSuccessStatusCode();
        (await administrator.PutAsync("api/villages/220102001001/publicist", new { name = Name, phone = person.Phone })).Dispose();
    }

    private static async Task ActAsync(TestHost host, Farmer person, Farmer administrator)
    {
        (await person.GetAsync("api/grants")).Dispose(); // refused, which is recorded
        foreach (var role in new[] { "official", "reviewer", "jury", "administrator" })
            (
                await administrator.PostAsync(
                    "api/grants",
                    new
                    {
                        phone = person.Phone,
                        role,
                        region = "22",
                    }
                )
            ).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone = AdministratorPhone,
                    role = "official",
                    region = "22",
                }
            )
        ).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (
            await administrator.PutAsync("api/villages/220102001001/publicist", new { name = Name, phone = person.Phone })
        ).EnsureSuccessStatusCode();
        var (guest, filmmaker) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        (
            await person.PostAsync(
                "api/grants",
                new
                {
                    phone = guest.Phone,
                    role = "official",
                    region = "220102",
                }
            )
        ).EnsureSuccessStatusCode();

        var campaign = (string)
            (await Farmer.JsonOf(await administrator.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow()))))["id"]!;
        var film = await filmmaker.SubmitVideoAsync(title: "待审", campaign: campaign);
        (await person.DecideAsync(film, "publish")).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        (await guest.PutAsync($"api/videos/{film}/vote", new { })).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        host.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        (await person.PostAsync($"api/videos/{film}/scores", new { score = 80 })).EnsureSuccessStatusCode();

        var training = (string)(await Farmer.JsonOf(await person.PostAsync("api/trainings", Class.Form(host, capacity: 3))))["id"]!;
        var signedUp = await Farmer.JsonOf(
            await person.PostAsync(
                $"api/trainings/{training}/enrolments",
                new { people = new[] { new { phone = guest.Phone, name = "客人" } } }
            )
        );
        Assert.NotNull(signedUp);
        (await person.GetAsync($"api/trainings/{training}/enrolments")).EnsureSuccessStatusCode();
    }
}
