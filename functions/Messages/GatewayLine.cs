using System.Net;
using System.Text;

namespace EStation.Messages;

/// <summary>Calls a gateway, and knows afterwards whether the call may have arrived.</summary>
public sealed class GatewayLine(HttpMessageHandler handler) : IDisposable
{
    private const int LongestAnswer = 16 * 1024;

    /// <summary>Three calls, and the pauses between, are over before a phone gives up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly HttpClient http = new(handler, disposeHandler: false) { Timeout = Patience };

    public async Task<GatewayReply> SendAsync(HttpRequestMessage request)
    {
        try
        {
            using var late = new CancellationTokenSource(Patience);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, late.Token);
            return new(response.StatusCode, await StartOfAsync(response, late.Token));
        }
        catch (HttpRequestException none) when (IsBeforeSending(none.HttpRequestError))
        {
            return GatewayReply.NotSent;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return GatewayReply.Lost;
        }
    }

    public void Dispose() => http.Dispose();

    private static bool IsBeforeSending(HttpRequestError error) =>
        error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    private static async Task<string> StartOfAsync(HttpResponseMessage response, CancellationToken late)
    {
        await using var body = await response.Content.ReadAsStreamAsync(late);
        var start = new byte[LongestAnswer];
        return Encoding.UTF8.GetString(start, 0, await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, late));
    }
}

/// <summary>A gateway's answer.</summary>
/// <param name="Status">Null when there was none.</param>
/// <param name="Body">How the body begins.</param>
public sealed record GatewayReply(HttpStatusCode? Status, string Body)
{
    /// <summary>There was no connection.</summary>
    public static readonly GatewayReply NotSent = new(null, "");

    /// <summary>The call may have arrived.</summary>
    public static readonly GatewayReply Lost = new(null, "");

    public bool IsSuccess => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    public bool IsPassing =>
        Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>The outcome by the status alone, when the gateway gives no code.</summary>
    public Verdict Verdict =>
        ReferenceEquals(this, NotSent) ? new(MessageOutcome.Later, "unreachable", AtOnce: true)
        : ReferenceEquals(this, Lost) ? new(MessageOutcome.Unknown, "lost")
        : Status == HttpStatusCode.GatewayTimeout ? new(MessageOutcome.Unknown, "504")
        : IsPassing ? new(MessageOutcome.Later, $"{(int)Status!}", AtOnce: true)
        : new(MessageOutcome.Misconfigured, $"{(int)Status!}");
}

/// <param name="Code">The gateway's code, for logs and metrics.</param>
/// <param name="AtOnce">Whether another call in a moment can help.</param>
public sealed record Verdict(MessageOutcome Outcome, string Code, bool AtOnce = false);
