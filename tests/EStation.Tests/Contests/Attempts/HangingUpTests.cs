using System.Net.Http.Headers;
using System.Net.Http.Json;
using EStation.Contests.Boards;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Attempts;

/// <summary>A phone that loses its network takes nobody with it: the others' answers are stored, and its own too.</summary>
public class HangingUpTests(TestStorage storage)
{
    [Fact]
    public async Task Who_hangs_up_cancels_nobody()
    {
        await using var host = await TestHost.StartAsync(storage);
        var crowd = (await Crowd.GatherAsync(host.ConnectionString, 12, [RegionCode.Parse("220102001001")]))
            .Select(person => Farmer.Of(host, person))
            .ToList();
        var papers = await Task.WhenAll(crowd.Select(farmer => farmer.StartAsync()));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Meter.Hold = _ =>
        {
            arrived.TrySetResult();
            return gate.Task;
        };
        using var hangingUp = new CancellationTokenSource();
        var impatient = crowd.Zip(papers).Where((_, number) => number % 3 == 0).ToList();
        var gone = impatient
            .Select(pair =>
                host.Http.SendAsync(Submission(pair.First, (string)pair.Second["attempt"]!, Farmer.Guess(pair.Second)), hangingUp.Token)
            )
            .ToList();
        var patient = crowd
            .Zip(papers)
            .Where((_, number) => number % 3 != 0)
            .Select(pair => pair.First.SubmitAsync(pair.Second, Farmer.Guess(pair.Second)))
            .ToList();
        await arrived.Task;
        await hangingUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(gone));
        gate.SetResult();

        foreach (var answer in patient)
            Assert.True((bool)(await Farmer.JsonOf(await answer))["ranked"]!);
        foreach (var (farmer, paper) in impatient) // whatever had arrived counts once, and repeating tells
            Assert.True((bool)(await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper))))["ranked"]!);
        var recount = await Recount.OfAsync(host.ConnectionString, Farmer.Contest);
        Assert.Equal((12, 12), (recount.Submissions, recount.Participants("22")));
        await host.RollUpAsync();
        Assert.Equal(12, (await host.Get<BoardTable>().FindAsync(Farmer.Contest, RegionCode.Province))!.Tally.Entries);
    }

    private static HttpRequestMessage Submission(Farmer farmer, string attempt, object answers)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"api/contests/{Farmer.Contest}/attempts/{attempt}")
        {
            Content = JsonContent.Create(new { answers }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", farmer.Token);
        return request;
    }
}
