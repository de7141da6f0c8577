using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace EStation.Messages;

/// <summary>Sends through an SMS gateway, one HTTP call per message, with retries. Logs contain nothing of a message.</summary>
public sealed class HttpMessages(GatewayOptions gateway, HttpMessageHandler handler, TimeProvider time, ILogger<HttpMessages> logger)
    : IMessages,
        IDisposable
{
    private const int MostTries = 3;
    private const int LongestAnswer = 16 * 1024;
    private const int IdBytes = 16;

    /// <summary>Three tries with pauses end before a phone's request times out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient http = new(handler, disposeHandler: false) { Timeout = Patience };

    /// <exception cref="MessageRefusedException">The gateway says that the number does not exist.</exception>
    /// <exception cref="UnavailableException">The gateway is down, or refuses an address or template: send again.</exception>
    public async Task SendAsync(Message message)
    {
        for (var tries = 1; ; tries++)
        {
            var (status, answer) = await TryAsync(message);
            if (gateway.SaysWrongNumber(status, answer))
                throw new MessageRefusedException($"The SMS gateway says that a number is none: {(int?)status}.");
            if (gateway.HasTaken(status, answer))
                return;
            if (IsPassing(status))
                logger.LogWarning("The SMS gateway answered {Status} at try {Try}", (int?)status, tries);
            else
                logger.LogError("The SMS gateway refuses what we send: {Status}. Look at the settings Messages:*", (int?)status);
            if (tries == MostTries || !IsPassing(status))
                throw new UnavailableException("The SMS gateway did not take a message.");
            await Task.Delay(Pause * tries, time);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode? Status, string Answer)> TryAsync(Message message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, gateway.Url)
        {
            Content = new StringContent(BodyOf(message), Encoding.UTF8),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(gateway.ContentType);
        foreach (var (name, value) in gateway.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var late = new CancellationTokenSource(Patience);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, late.Token);
            return (response.StatusCode, await StartOfAsync(response, late.Token));
        }
        catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException)
        {
            return (null, "");
        }
    }

    private static async Task<string> StartOfAsync(HttpResponseMessage response, CancellationToken late)
    {
        await using var body = await response.Content.ReadAsStreamAsync(late);
        var start = new byte[LongestAnswer];
        return Encoding.UTF8.GetString(start, 0, await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, late));
    }

    private static bool IsPassing(HttpStatusCode? status) =>
        status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private string BodyOf(Message message) =>
        gateway
            .Body.Replace("{phone}", Escape(message.Phone.Digits), StringComparison.Ordinal)
            .Replace("{code}", Escape(message.Code ?? ""), StringComparison.Ordinal)
            .Replace("{id}", Fingerprint.Of(message.Id, IdBytes), StringComparison.Ordinal)
            .Replace("{text}", Escape(message.Text), StringComparison.Ordinal);

    private string Escape(string value) => gateway.IsForm ? Uri.EscapeDataString(value) : JsonEncodedText.Encode(value).ToString();
}
