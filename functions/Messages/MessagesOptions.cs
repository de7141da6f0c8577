using EStation.Settings;

namespace EStation.Messages;

/// <summary>Where messages to phones go.</summary>
public enum Outlet
{
    /// <summary>The console, and a table for tests.</summary>
    Local,

    /// <summary>An SMS gateway: one HTTP call a message.</summary>
    Http,
}

/// <param name="Outlet"><c>Messages:Outlet</c>.</param>
/// <param name="Gateway">The gateway, when messages go to one.</param>
public sealed record MessagesOptions(Outlet Outlet, GatewayOptions? Gateway)
{
    public static MessagesOptions Read(SettingReader read)
    {
        var outlet = read.OneOf("Messages:Outlet", Outlet.Local);
        var gateway = GatewayOptions.Read(read);
        return outlet == Outlet.Http && gateway is null
            ? throw new SettingException("Messages:Url", "is missing: where the SMS gateway takes messages.")
            : new(outlet, gateway);
    }
}

/// <summary>
/// How a gateway wants to be called. In what is sent, <c>{phone}</c>, <c>{text}</c> and <c>{code}</c> stand for the message.
/// </summary>
/// <param name="Url"><c>Messages:Url</c>: called with POST.</param>
/// <param name="Body"><c>Messages:Body</c>: a template.</param>
/// <param name="ContentType"><c>Messages:ContentType</c>: JSON or a form; values are escaped as it needs.</param>
/// <param name="Headers"><c>Messages:Headers:*</c>: for the gateway's key.</param>
/// <param name="WrongNumber"><c>Messages:WrongNumber</c>: what the gateway's answer says where the number is none, as
/// <c>isv.MOBILE_NUMBER_ILLEGAL</c>; several are separated by commas. Any other refusal is a mistake of ours.</param>
public sealed record GatewayOptions(
    Uri Url,
    string Body,
    string ContentType,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<string> WrongNumber
)
{
    private const string UsualBody = """{"phone":"{phone}","text":"{text}"}""";

    public bool IsForm => ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    public static GatewayOptions? Read(SettingReader read)
    {
        var url = read.Uri("Messages:Url");
        var body = read.Optional("Messages:Body") ?? UsualBody;
        var type = read.Optional("Messages:ContentType") ?? "application/json";
        var headers = read.Section("Messages:Headers");
        var wrongNumber = (read.Optional("Messages:WrongNumber") ?? "").Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (
            !body.Contains("{phone}", StringComparison.Ordinal)
            || !(body.Contains("{text}", StringComparison.Ordinal) || body.Contains("{code}", StringComparison.Ordinal))
        )
            throw new SettingException("Messages:Body", "must name {phone}, and {text} or {code}.");
        return url is null ? null : new GatewayOptions(url, body, type, headers, wrongNumber);
    }
}
