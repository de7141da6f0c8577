using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace EStation.Browsing;

/// <summary>
/// What a browser has to say against the pages it shows: errors in scripts, breaches of their policy, requests to strangers.
/// </summary>
internal sealed class Complaints
{
    private static readonly ConditionalWeakTable<IBrowserContext, Complaints> All = [];
    private readonly ConcurrentQueue<string> said = [];

    /// <summary>Everything from here on.</summary>
    public static void Collect(IBrowserContext context)
    {
        var complaints = All.GetOrCreateValue(context);
        context.WebError += (_, error) => complaints.said.Enqueue($"{error.Page?.Url}: {error.Error}");
        context.Console += (_, message) =>
        {
            // A refusal of the server or a lost network is also an "error" to the console; what a page makes of those is for each test to
            // see.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                complaints.said.Enqueue($"{message.Page?.Url}: {message.Text}");
        };
        context.Request += (_, request) =>
        {
            // The site and its storage are on this machine in tests: whatever is elsewhere is a stranger.
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !new Uri(request.Url).IsLoopback)
                complaints.said.Enqueue($"A request to {request.Url}");
        };
    }

    public static Complaints About(IBrowserContext context) => All.GetOrCreateValue(context);

    public void HaveNot() => Assert.True(said.IsEmpty, string.Join('\n', said));
}
