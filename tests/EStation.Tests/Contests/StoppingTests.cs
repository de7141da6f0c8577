using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests;

/// <summary>A host that is stopped while answers are on their way loses nothing that it has answered.</summary>
public class StoppingTests(TestStorage storage)
{
    private const int People = 200;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stop_under_200_submissions_loses_none_that_was_answered(bool byCtrlC)
    {
        var account = storage.NewAccount();
        var data = Directory.CreateTempSubdirectory("proofs-").FullName;
        await using var host = await HostProcess.StartAsync(account, data);
        var crowd = await Crowd.GatherAsync(account, People, [RegionCode.Parse("220102001001"), RegionCode.Parse("222401001001")]);
        var papers = await Task.WhenAll(crowd.Select(person => Farmer.By(host.Http, person).StartAsync()));
        var answered = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = crowd
            .Zip(papers)
            .Select(async pair =>
            {
                var status = await StatusAsync(
                    host,
                    Submission(pair.First.Token, (string)pair.Second["attempt"]!, Farmer.Guess(pair.Second))
                );
                if (status == HttpStatusCode.OK && Interlocked.Increment(ref answered) == People / 10)
                    enough.SetResult();
            })
            .ToList();
        await enough.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, byCtrlC ? await host.InterruptAsync() : await host.StopAsync());
        await Task.WhenAll(sending);
        var stored = (await Recount.OfAsync(account, Farmer.Contest)).Submissions;
        TestContext.Current.SendDiagnosticMessage($"{answered} of {People} answered, {stored} stored");
        Assert.True(stored >= answered, $"{answered} were answered, and {stored} are stored.");
        Directory.Delete(data, recursive: true);
    }

    /// <returns>Null when the host was gone before it answered.</returns>
    private static async Task<HttpStatusCode?> StatusAsync(HostProcess host, HttpRequestMessage request)
    {
        try
        {
            return (await host.Http.SendAsync(request)).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static HttpRequestMessage Submission(string token, string attempt, object answers)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"api/contests/{Farmer.Contest}/attempts/{attempt}")
        {
            Content = JsonContent.Create(new { answers }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
