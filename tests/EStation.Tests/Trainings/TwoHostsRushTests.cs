using System.Globalization;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>The rush as the phones see it: over HTTP, against two host processes on one storage.</summary>
public class TwoHostsRushTests(TestStorage storage)
{
    private const int Seats = 50;
    private const int PhonesAtOnce = 200;

    [Fact]
    public async Task Fifty_get_a_seat_and_everybody_else_another_place_in_the_queue()
    {
        var people = Deep.Of(usually: 400, deep: 5_000);
        var account = storage.NewAccount();
        var data = Directory.CreateTempSubdirectory("estation").FullName;
        await using var rivals = new Rivals(account, data);
        await rivals.StartAsync();
        var crowd = await Crowd.GatherAsync(account, people, [RegionCode.Parse(Class.Village)]);
        string training;
        await using (var host = await Class.HostAsync(storage, account))
            training = (await Class.AnnounceAsync(host, Seats)).Id;

        var answers = new (string State, int? Position)[people];
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = PhonesAtOnce }, async (number, _) =>
        {
            var answer = await rivals.AskAsync(number % 2, HttpMethod.Post, $"api/trainings/{training}/enrolments", crowd[number].Token, null);
            answers[number] = ((string)answer["state"]!, (int?)answer["position"]);
        });

        Assert.Equal(Seats, answers.Count(answer => answer.State == "confirmed"));
        Assert.Equal(Enumerable.Range(1, people - Seats), answers.Select(answer => answer.Position).OfType<int>().Order());
        var seen = await rivals.AskAsync(0, HttpMethod.Get, $"api/trainings/{training}", null, null);
        Assert.Equal($"{Seats} {people - Seats}", string.Create(CultureInfo.InvariantCulture, $"{seen["confirmed"]} {seen["waiting"]}"));
    }
}
