using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EStation.Testing;

/// <summary>Two hosts on one storage, of which either may be dead at the moment: who asks tries again until told.</summary>
/// <param name="account">The storage.</param>
/// <param name="data">The folder of their keys.</param>
/// <param name="badLine">The same storage as the second host reaches it, where that is by another way.</param>
/// <param name="more">Settings beside those of all rivals.</param>
internal sealed class Rivals(string account, string data, string? badLine = null, IReadOnlyDictionary<string, string>? more = null)
    : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Dictionary<string, string> Settings = new() { ["AzureWebJobs.RollUp.Disabled"] = "true" };
    private readonly Dictionary<string, string> settings = new(Settings.Concat(more ?? new Dictionary<string, string>()));
    private readonly HostProcess?[] hosts = new HostProcess?[2];
    private readonly List<HostProcess> dead = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> milestones = [];
    private readonly ConcurrentBag<string> repeated = [];
    private int answered;

    /// <summary>Why requests had to be repeated: the status, or <c>broken</c> where the connection ended without an answer.</summary>
    public IReadOnlyDictionary<string, int> Repeated => repeated.CountBy(why => why).ToDictionary();

    public async Task StartAsync()
    {
        for (var which = 0; which < 2; which++)
            hosts[which] = await StartAsync(which);
    }

    /// <summary>Done when so many requests have been answered since the start.</summary>
    public Task AnsweredAsync(int count)
    {
        lock (milestones)
        {
            if (answered >= count)
                return Task.CompletedTask;
            var milestone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            milestones.Add((count, milestone));
            return milestone.Task;
        }
    }

    public int Answered
    {
        get
        {
            lock (milestones)
                return answered;
        }
    }

    public async Task KillAndRestartAsync(int which)
    {
        var victim = hosts[which]!;
        hosts[which] = null;
        await victim.KillAsync();
        dead.Add(victim); // requests to it are still under way
        hosts[which] = await StartAsync(which);
    }

    /// <summary>
    /// Repeats until the answer is a success: first this host, then whichever lives. 503 and a broken connection promise nothing.
    /// </summary>
    public async Task<JsonNode> AskAsync(int first, HttpMethod method, string path, string? token, object? body)
    {
        using var limit = new CancellationTokenSource(Patience);
        for (var tries = 0; ; tries++)
        {
            if (hosts[(first + tries) % 2] is { } host && await TryAsync(host, method, path, token, body, limit.Token) is { } answer)
            {
                Count();
                return answer;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>Folds again and again, each time after so many more answers.</summary>
    public async Task KeepFoldingAsync(int which, Task over, int answers = 0)
    {
        while (!over.IsCompleted)
        {
            await TryToFoldAsync(which);
            await Task.WhenAny(over, AnsweredAsync(Answered + answers));
        }
    }

    /// <summary>Folds until nothing is left to fold or to publish.</summary>
    public async Task FoldToTheEndAsync()
    {
        var ledger = new Azure.Data.Tables.TableClient(account, "Ledger");
        using var limit = new CancellationTokenSource(Patience);
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            await TryToFoldAsync(0);
        } while (
            ledger
                .Query<Azure.Data.Tables.TableEntity>(
                    "(RowKey ge 'outbox|' and RowKey lt 'outbox}') or (RowKey ge 'dirty|' and RowKey lt 'dirty}')",
                    select: ["RowKey"]
                )
                .Any()
        );
    }

    /// <summary>Runs a timer of a host, if that lives.</summary>
    public async Task TryToRunAsync(int which, string timer)
    {
        try
        {
            if (hosts[which] is { } host)
                (await host.RunTimerAsync(timer)).Dispose();
        }
        catch (HttpRequestException)
        {
            // Killed while it was asked; it comes back.
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Concat(dead))
            await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>A host that does not get through to its storage ends, and is started again, as the platform would.</summary>
    private async Task<HostProcess> StartAsync(int which)
    {
        for (var patience = Stopwatch.StartNew(); ; )
        {
            try
            {
                return await HostProcess.StartAsync(which == 1 && badLine is not null ? badLine : account, data, settings);
            }
            catch (InvalidOperationException) when (patience.Elapsed < Patience && badLine is not null)
            {
                await Task.Delay(100);
            }
        }
    }

    private void Count()
    {
        lock (milestones)
        {
            answered++;
            foreach (var (_, reached) in milestones.Where(milestone => milestone.Count <= answered))
                reached.SetResult();
            milestones.RemoveAll(milestone => milestone.Count <= answered);
        }
    }

    private Task TryToFoldAsync(int which) => TryToRunAsync(which, "RollUp");

    private async Task<JsonNode?> TryAsync(
        HostProcess host,
        HttpMethod method,
        string path,
        string? token,
        object? body,
        CancellationToken limit
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await host.Http.SendAsync(request, limit);
            var text = await response.Content.ReadAsStringAsync(limit);
            if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
            {
                repeated.Add($"{(int)response.StatusCode}");
                return null;
            }

            Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
            return JsonNode.Parse(text);
        }
        catch (Exception broken)
            when (broken is HttpRequestException or IOException || (broken is TaskCanceledException && !limit.IsCancellationRequested))
        {
            repeated.Add("broken"); // or not answered in the time that a phone waits
            return null;
        }
    }
}
