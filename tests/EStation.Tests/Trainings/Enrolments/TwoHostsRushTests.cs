using System.Globalization;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Trainings.Enrolments;

/// <summary>The rush as the phones see it: over HTTP, against two host processes on one storage.</summary>
public class TwoHostsRushTests(TestStorage storage, ITestOutputHelper output)
{
    private const int Seats = 50;
    private const int PhonesAtOnce = 200;

    [Fact]
    public async Task Fifty_get_a_seat_and_everybody_else_another_place_in_the_queue()
    {
        var repeated = await RushAsync(Deep.Of(usually: 150, deep: 5_000), killed: null);
        Assert.DoesNotContain(repeated.Keys, why => why != "503");
    }

    [Fact]
    public async Task Also_when_a_host_is_killed_amid_the_rush() => await RushAsync(Deep.Of(usually: 150, deep: 5_000), killed: 1);

    /// <returns>Why requests had to be repeated, and how many.</returns>
    private async Task<IReadOnlyDictionary<string, int>> RushAsync(int people, int? killed)
    {
        var account = storage.NewAccount();
        var data = Directory.CreateTempSubdirectory("estation").FullName;
        await using var rivals = new Rivals(account, data);
        await rivals.StartAsync();
        var crowd = await Crowd.GatherAsync(account, people, [RegionCode.Parse(Class.Village)]);
        string training;
        await using (var host = await Class.HostAsync(storage, account))
            training = (await Class.AnnounceAsync(host, Seats)).Id;

        var answers = new (string State, int? Position)[people];
        var killing = killed is { } victim ? KillAsync(rivals, victim, rivals.AnsweredAsync(people / 3)) : Task.CompletedTask;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, people),
            new ParallelOptions { MaxDegreeOfParallelism = PhonesAtOnce },
            async (number, _) =>
            {
                var answer = await rivals.AskAsync(
                    number % 2,
                    HttpMethod.Post,
                    $"api/trainings/{training}/enrolments",
                    crowd[number].Token,
                    null
                );
                answers[number] = ((string)answer["state"]!, (int?)answer["position"]);
            }
        );
        await killing;

        Assert.Equal(Seats, answers.Count(answer => answer.State == "confirmed"));
        Assert.Equal(Enumerable.Range(1, people - Seats), answers.Select(answer => answer.Position).OfType<int>().Order());
        var seen = await rivals.AskAsync(0, HttpMethod.Get, $"api/trainings/{training}", null, null);
        Assert.Equal($"{Seats} {people - Seats}", string.Create(CultureInfo.InvariantCulture, $"{seen["confirmed"]} {seen["waiting"]}"));
        var numbers = new Azure.Data.Tables.TableClient(account, "Ledger")
            .Query<Azure.Data.Tables.TableEntity>("RowKey ge 'enrolment|' and RowKey lt 'enrolment}'")
            .Select(row => row.GetInt32("Number")!.Value)
            .Order();
        Assert.Equal(Enumerable.Range(1, people), numbers);
        output.WriteLine($"{people} people, repeated: {string.Join(", ", rivals.Repeated.Select(why => $"{why.Key} {why.Value} times"))}");
        return rivals.Repeated;
    }

    private static async Task KillAsync(Rivals rivals, int victim, Task midway)
    {
        await midway;
        await rivals.KillAndRestartAsync(victim);
    }
}
