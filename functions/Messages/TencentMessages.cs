using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EStation.Messages;

/// <summary>Messages through Tencent Cloud's SMS (SendSms of 2021-01-11).</summary>
public sealed class TencentMessages(CloudOptions cloud, GatewayTries tries, TimeProvider time) : IMessages
{
    private const string Service = "sms";
    private const string Action = "SendSms";
    private const string NoTemplate = "no-template";

    public async Task<MessageOutcome> SendAsync(Message message)
    {
        if (cloud.Templates.Find(message.Template, message.Language) is not { } template)
        {
            tries.Refuse(NoTemplate, message);
            return MessageOutcome.Misconfigured;
        }

        return await tries.SendAsync(message, () => Request(message, template), TencentCodes.Judge);
    }

    private HttpRequestMessage Request(Message message, string template)
    {
        var now = time.Now();
        var payload = JsonSerializer.Serialize(
            new
            {
                PhoneNumberSet = new[] { message.Phone.E164 },
                SmsSdkAppId = cloud.AppId,
                TemplateId = template,
                cloud.SignName,
                TemplateParamSet = message.Template.Parameters.Select(name => cloud.Fit(message.Parameters[name])),
                SessionContext = message.Reference,
            }
        );
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(cloud.Url, "/"))
        {
            Content = new StringContent(payload, Encoding.UTF8),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(TencentSignature.ContentType);
        foreach (
            var (name, value) in new[]
            {
                ("Authorization", TencentSignature.Authorization(cloud.Key, Service, cloud.Url.Authority, Action, payload, now)),
                ("X-TC-Action", Action),
                ("X-TC-Region", cloud.Region),
                ("X-TC-Timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                ("X-TC-Version", "2021-01-11"),
            }
        )
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
