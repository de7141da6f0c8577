using System.Text.Json;

namespace EStation.Messages;

/// <summary>Messages through Alibaba Cloud's SMS (SendSms of 2017-05-25).</summary>
public sealed class AliyunMessages(CloudOptions cloud, GatewayTries tries, TimeProvider time) : IMessages
{
    private const string NoTemplate = "no-template";

    public async Task<MessageOutcome> SendAsync(Message message)
    {
        if (cloud.Templates.Find(message.Template, message.Language) is not { } template)
        {
            tries.Refuse(NoTemplate, message);
            return MessageOutcome.Misconfigured;
        }

        return await tries.SendAsync(message, () => Request(message, template), AliyunCodes.Judge);
    }

    private HttpRequestMessage Request(Message message, string template)
    {
        var query = AliyunSignature.Query(
            new Dictionary<string, string>
            {
                ["OutId"] = message.Reference,
                ["PhoneNumbers"] = message.Phone.Digits,
                ["SignName"] = cloud.SignName,
                ["TemplateCode"] = template,
                ["TemplateParam"] = JsonSerializer.Serialize(
                    message.Template.Parameters.ToDictionary(name => name, name => cloud.Fit(message.Parameters[name]))
                ),
            }
        );
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(cloud.Url, $"/?{query}"));
        var nonce = Guid.NewGuid().ToString("N");
        var headers = AliyunSignature.Headers(cloud.Key, cloud.Url.Authority, query, ("SendSms", "2017-05-25"), time.Now(), nonce);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
