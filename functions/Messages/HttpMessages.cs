using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EStation.Messages;

/// <summary>Messages through any SMS gateway that takes one HTTP call a message, as the settings describe it.</summary>
public sealed class HttpMessages(GatewayOptions gateway, GatewayTries tries) : IMessages
{
    public Task<MessageOutcome> SendAsync(Message message) => tries.SendAsync(message, () => Request(message), Judge);

    private HttpRequestMessage Request(Message message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, gateway.Url) { Content = new StringContent(BodyOf(message), Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(gateway.ContentType);
        foreach (var (name, value) in gateway.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private Verdict Judge(GatewayReply reply) =>
        gateway.SaysWrongNumber(reply.Status, reply.Body) ? new(MessageOutcome.Undeliverable, $"{(int?)reply.Status}")
        : gateway.HasTaken(reply.Status, reply.Body) ? new(MessageOutcome.Taken, $"{(int?)reply.Status}")
        // A gateway that knows repetitions by their id takes a message once.
        : reply.Verdict is { Outcome: MessageOutcome.Unknown } lost ? lost with { AtOnce = gateway.KnowsRepetitions }
        : reply.Verdict;

    private string BodyOf(Message message) =>
        gateway
            .Body.Replace("{phone}", Escape(message.Phone.Digits), StringComparison.Ordinal)
            .Replace("{template}", message.Template.Name, StringComparison.Ordinal)
            .Replace("{language}", message.Language.Code(), StringComparison.Ordinal)
            .Replace("{code}", Escape(message.Parameters.GetValueOrDefault("code", "")), StringComparison.Ordinal)
            .Replace("{id}", message.Reference, StringComparison.Ordinal)
            .Replace("{parameters}", ParametersOf(message), StringComparison.Ordinal)
            .Replace("{text}", Escape(message.Text), StringComparison.Ordinal);

    private string ParametersOf(Message message)
    {
        var json = JsonSerializer.Serialize(message.Parameters);
        return gateway.IsForm ? Uri.EscapeDataString(json) : json;
    }

    private string Escape(string value) => gateway.IsForm ? Uri.EscapeDataString(value) : JsonEncodedText.Encode(value).ToString();
}
