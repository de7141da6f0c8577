using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace EStation.Messages;

/// <summary>
/// Messages through an SMS gateway: one HTTP call each, tried again where that can help. Nothing of a message is ever logged.
/// </summary>
public sealed class HttpMessages(GatewayOptions gateway, HttpMessageHandler handler, TimeProvider time, ILogger<HttpMessages> logger)
    : IMessages,
        IDisposable
{
    private const int MostTries = 3;
    private const int LongestAnswer = 16 * 1024;

    /// <summary>Three of them, and the pauses between, are over before a phone gives up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient http = new(handler, disposeHandler: false) { Timeout = Patience };

    /// <exception cref="MessageRefusedException">The gateway says that the number is none.</exception>
    /// <exception cref="UnavailableException">The gateway is away, or refuses us, as for a wrong address or template: the message has not
    /// arrived, and is to be sent again.</exception>
    public async Task SendAsync(Message message)
    {
        for (var tries = 1; ; tries++)
        {
            var (status, saysWrongNumber) = await TryAsync(message);
            if (status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
                return;
            if (saysWrongNumber)
                throw new MessageRefusedException($"The SMS gateway says that a number is none: {(int?)status}.");
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

    /// <summary>The gateway's answer, null when there was none, and whether it says that the number is wrong.</summary>
    private async Task<(HttpStatusCode? Status, bool SaysWrongNumber)> TryAsync(Message message)
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
            using var response = await http.SendAsync(request);
            return (response.StatusCode, (int)response.StatusCode is >= 400 and < 500 && await SaysWrongNumberAsync(response));
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            return (null, false);
        }
    }

    private async Task<bool> SaysWrongNumberAsync(HttpResponseMessage response)
    {
        if (gateway.WrongNumber.Count == 0)
            return false;
        await using var body = await response.Content.ReadAsStreamAsync();
        var start = new byte[LongestAnswer];
        var text = Encoding.UTF8.GetString(start, 0, await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false));
        return gateway.WrongNumber.Any(sign => text.Contains(sign, StringComparison.Ordinal));
    }

    private static bool IsPassing(HttpStatusCode? status) =>
        status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private string BodyOf(Message message) =>
        gateway
            .Body.Replace("{phone}", Escape(message.Phone.Digits), StringComparison.Ordinal)
            .Replace("{code}", Escape(message.Code ?? ""), StringComparison.Ordinal)
            .Replace("{text}", Escape(message.Text), StringComparison.Ordinal);

    private string Escape(string value) => gateway.IsForm ? Uri.EscapeDataString(value) : JsonEncodedText.Encode(value).ToString();
}
