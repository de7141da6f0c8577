using System.Net;
using EStation.Settings;

namespace EStation.Messages;

public enum Outlet
{
    Local,

    Http,
}

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

/// <summary>Templates contain <c>{phone}</c>, <c>{text}</c>, <c>{code}</c> and <c>{id}</c>, an idempotency key.</summary>
/// <param name="Accepted">Comma-separated texts of a success, as <c>"Code":"OK"</c>, where an error may have status 200. Empty: the status decides.</param>
/// <param name="WrongNumber">Texts for a number that does not exist, comma-separated. Other refusals are configuration errors.</param>
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

    public bool HasTaken(HttpStatusCode? status, string answer) =>
        status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices && (Accepted.Count == 0 || Says(answer, Accepted));

    /// <summary>A failed gateway (5xx) says nothing about numbers.</summary>
    public bool SaysWrongNumber(HttpStatusCode? status, string answer) =>
        status is >= HttpStatusCode.OK and < HttpStatusCode.InternalServerError && Says(answer, WrongNumber);

    public static GatewayOptions? Read(SettingReader read)
    {
        var url = read.Uri("Messages:Url");
        var body = read.Optional("Messages:Body") ?? UsualBody;
        var type = read.Optional("Messages:ContentType") ?? "application/json";
        var headers = read.Section("Messages:Headers");
        var (accepted, wrongNumber) = (Signs(read, "Messages:Accepted"), Signs(read, "Messages:WrongNumber"));
        if (
            !body.Contains("{phone}", StringComparison.Ordinal)
            || !(body.Contains("{text}", StringComparison.Ordinal) || body.Contains("{code}", StringComparison.Ordinal))
        )
            throw new SettingException("Messages:Body", "must name {phone}, and {text} or {code}.");
        return url is null ? null : new GatewayOptions(url, body, type, headers, accepted, wrongNumber);
    }

    private static string[] Signs(SettingReader read, string name) =>
        (read.Optional(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // Ignores the spaces in the gateway's JSON.
    private static bool Says(string answer, IReadOnlyList<string> signs) =>
        signs.Count > 0 && Bare(answer) is var bare && signs.Any(sign => bare.Contains(Bare(sign), StringComparison.Ordinal));

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
