using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EStation.Testing;

/// <summary>What becomes of a request on its way to storage.</summary>
internal enum OnTheWay
{
    Arrives,

    /// <summary>The connection breaks before storage has heard of it.</summary>
    Dropped,

    /// <summary>Storage has done it, and the answer does not come back.</summary>
    AnswerLost,

    /// <summary>It comes to storage after a while.</summary>
    Late,
}

/// <summary>A bad line between a host process and Azurite: requests are dropped, delayed, or done without an answer.</summary>
internal sealed partial class StorageProxy : IAsyncDisposable
{
    private static readonly string[] OfOneConnection = ["Connection", "Transfer-Encoding", "Keep-Alive", "Host"];
    private readonly List<WebApplication> listeners = [];
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseProxy = false,
        }
    );
    private (int Left, TaskCompletionSource Reached) milestone = (0, new());
    private int broken;

    /// <summary>Decides for each request.</summary>
    public Func<HttpRequest, OnTheWay> Plan { get; set; } = _ => OnTheWay.Arrives;

    /// <summary>How long those that are late take.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How many requests did not go smoothly.</summary>
    public int Broken => Volatile.Read(ref broken);

    /// <summary>The same storage by way of this line.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<StorageProxy> StartAsync(string connectionString)
    {
        var proxy = new StorageProxy { ConnectionString = connectionString };
        foreach (var endpoint in Endpoint().Matches(connectionString).Select(match => match.Value).Distinct())
        {
            var listener = await proxy.ListenAsync(new Uri(endpoint));
            proxy.ConnectionString = proxy.ConnectionString.Replace(endpoint, listener, StringComparison.Ordinal);
        }

        return proxy;
    }

    /// <summary>Each kind of mishap once in so many requests; the seed decides to which.</summary>
    public void BreakOnceIn(int requests, int seed)
    {
        var random = new Random(seed);
        Plan = _ =>
        {
            lock (random)
                return random.Next(requests) is var lot && lot < 3 ? (OnTheWay)(lot + 1) : OnTheWay.Arrives;
        };
    }

    /// <summary>Done when so many more requests have come.</summary>
    public Task PassedAsync(int requests)
    {
        milestone = (requests, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return milestone.Reached.Task;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in listeners)
            await listener.DisposeAsync();
        http.Dispose();
    }

    private async Task<string> ListenAsync(Uri storage)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        var listener = builder.Build();
        listener.Run(context => PassAsync(context, storage));
        await listener.StartAsync();
        listeners.Add(listener);
        return listener.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    private async Task PassAsync(HttpContext context, Uri storage)
    {
        if (Interlocked.Decrement(ref milestone.Left) == 0)
            milestone.Reached.SetResult();
        var fate = Plan(context.Request);
        if (fate != OnTheWay.Arrives)
            Interlocked.Increment(ref broken);
        if (fate == OnTheWay.Dropped)
        {
            context.Abort();
            return;
        }

        if (fate == OnTheWay.Late)
            await Task.Delay(Delay);
        try
        {
            // Not with the caller's cancellation: what is on its way arrives, also when nobody waits any more.
            using var answer = await http.SendAsync(await CopyAsync(context.Request, storage));
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (fate == OnTheWay.AnswerLost)
                context.Abort();
            else
                await AnswerAsync(context.Response, answer, body);
        }
        catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequest request, Uri storage)
    {
        var target =
            storage.GetLeftPart(UriPartial.Authority)
            + request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var copy = new HttpRequestMessage(new HttpMethod(request.Method), target);
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (body.Length > 0 || request.ContentLength is not null)
            copy.Content = new ByteArrayContent(body.ToArray());
        foreach (
            var (name, values) in request.Headers.Where(header => !OfOneConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        )
        {
            if (!copy.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                copy.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return copy;
    }

    private static async Task AnswerAsync(HttpResponse response, HttpResponseMessage answer, byte[] body)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (
            var (name, values) in answer
                .Headers.Concat(answer.Content.Headers)
                .Where(header => !OfOneConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        )
            response.Headers[name] = values.ToArray();
        if (response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
            await response.Body.WriteAsync(body);
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+")]
    private static partial Regex Endpoint();
}
