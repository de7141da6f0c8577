using System.Net;
using EStation.Settings;

namespace EStation.Messages;

/// <summary>Where messages to phones go.</summary>
public enum Outlet
{
    /// <summary>The console, and a table for tests.</summary>
    Local,

    /// <summary>Any SMS gateway: one HTTP call a message.</summary>
    Http,

    /// <summary>Alibaba Cloud.</summary>
    Aliyun,

    /// <summary>Tencent Cloud.</summary>
    Tencent,
}

/// <param name="Outlet"><c>Messages:Outlet</c>.</param>
/// <param name="Gateway">The gateway, when messages go to any.</param>
/// <param name="Cloud">The cloud's gateway, when messages go to one.</param>
public sealed record MessagesOptions(Outlet Outlet, GatewayOptions? Gateway, CloudOptions? Cloud)
{
    public static MessagesOptions Read(SettingReader read)
    {
        var outlet = read.OneOf("Messages:Outlet", Outlet.Local);
        var gateway = GatewayOptions.Read(read);
        var cloud = CloudOptions.Read(read, outlet);
        return outlet == Outlet.Http && gateway is null
            ? throw new SettingException("Messages:Url", "is missing: where the SMS gateway takes messages.")
            : new(outlet, gateway, cloud);
    }
}

/// <summary>
/// How a gateway wants to be called, and what its answers mean. In what is sent, <c>{phone}</c> stands for the number, <c>{text}</c> for the
/// text, or <c>{template}</c>, <c>{language}</c> and <c>{parameters}</c> (a JSON object) for its parts, <c>{code}</c> for the code of a
/// sign-in, and <c>{id}</c> for the message's name: a message that is sent again has the same.
/// </summary>
/// <param name="Url"><c>Messages:Url</c>: called with POST.</param>
/// <param name="Body"><c>Messages:Body</c>: a template.</param>
/// <param name="ContentType"><c>Messages:ContentType</c>: JSON or a form; values are escaped as it needs.</param>
/// <param name="Headers"><c>Messages:Headers:*</c>: for the gateway's key.</param>
/// <param name="Accepted"><c>Messages:Accepted</c>: what an answer with a status of 2xx says where the gateway has taken the message, as
/// <c>"Code":"OK"</c>; several are separated by commas. Many gateways answer 200 with an error in it. Without this setting the status
/// decides.</param>
/// <param name="WrongNumber"><c>Messages:WrongNumber</c>: what the gateway's answer says where the number is none, as
/// <c>isv.MOBILE_NUMBER_ILLEGAL</c>; several are separated by commas. Any other refusal is a mistake of ours.</param>
public sealed record GatewayOptions(
    Uri Url,
    string Body,
    string ContentType,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyList<string> Accepted,
    IReadOnlyList<string> WrongNumber
)
{
    private const string UsualBody = """{"phone":"{phone}","text":"{text}"}""";

    public bool IsForm => ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a message that is sent again can be known by its id.</summary>
    public bool KnowsRepetitions => Body.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Whether the gateway has taken a message.</summary>
    /// <param name="status">Null when there was no answer.</param>
    /// <param name="answer">The body, or how it begins.</param>
    public bool HasTaken(HttpStatusCode? status, string answer) =>
        status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices && (Accepted.Count == 0 || Says(answer, Accepted));

    /// <summary>Whether the gateway says that the number is none. A gateway that fails says nothing about numbers.</summary>
    public bool SaysWrongNumber(HttpStatusCode? status, string answer) =>
        status is >= HttpStatusCode.OK and < HttpStatusCode.InternalServerError && Says(answer, WrongNumber);

    public static GatewayOptions? Read(SettingReader read)
    {
        var url = read.Uri("Messages:Url");
        var body = read.Optional("Messages:Body") ?? UsualBody;
        var type = read.Optional("Messages:ContentType") ?? "application/json";
        var headers = read.Section("Messages:Headers");
        var (accepted, wrongNumber) = (Signs(read, "Messages:Accepted"), Signs(read, "Messages:WrongNumber"));
        string[] contents = ["{text}", "{code}", "{parameters}"];
        if (!body.Contains("{phone}", StringComparison.Ordinal) || !contents.Any(name => body.Contains(name, StringComparison.Ordinal)))
            throw new SettingException("Messages:Body", "must name {phone}, and {text}, {parameters} or {code}.");
        return url is null ? null : new GatewayOptions(url, body, type, headers, accepted, wrongNumber);
    }

    private static string[] Signs(SettingReader read, string name) =>
        (read.Optional(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // However the gateway spaces its JSON.
    private static bool Says(string answer, IReadOnlyList<string> signs) =>
        signs.Count > 0 && Bare(answer) is var bare && signs.Any(sign => bare.Contains(Bare(sign), StringComparison.Ordinal));

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
