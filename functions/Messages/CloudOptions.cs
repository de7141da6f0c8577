using EStation.Settings;

namespace EStation.Messages;

/// <summary>The account at a cloud's gateway that its requests are signed with.</summary>
public sealed record GatewayKey(string Id, string Secret);

/// <summary>How messages go through the gateway of Alibaba Cloud or Tencent Cloud.</summary>
/// <param name="Url"><c>Messages:Url</c>: another address than the gateway's usual one.</param>
/// <param name="Key"><c>Messages:KeyId</c> and <c>Messages:KeySecret</c>.</param>
/// <param name="SignName"><c>Messages:SignName</c>: the approved signature, without brackets.</param>
/// <param name="AppId"><c>Messages:AppId</c>: Tencent Cloud's SmsSdkAppId.</param>
/// <param name="Region"><c>Messages:Region</c>: Tencent Cloud's region.</param>
/// <param name="Templates">The ids of the approved templates, by kind and language.</param>
/// <param name="LongestParameter"><c>Messages:LongestParameter</c>: longer values are cut; gateways refuse them.</param>
public sealed record CloudOptions(
    Uri Url,
    GatewayKey Key,
    string SignName,
    string AppId,
    string Region,
    TemplateIds Templates,
    int LongestParameter
)
{
    private static readonly Uri Aliyun = new("https://dysmsapi.aliyuncs.com");
    private static readonly Uri Tencent = new("https://sms.tencentcloudapi.com");

    /// <returns>Null when the outlet is no cloud's.</returns>
    public static CloudOptions? Read(SettingReader read, Outlet outlet)
    {
        var (url, keyId, secret) = (read.Uri("Messages:Url"), read.Optional("Messages:KeyId"), read.Optional("Messages:KeySecret"));
        var (sign, app, region) = (
            read.Optional("Messages:SignName"),
            read.Optional("Messages:AppId"),
            read.Optional("Messages:Region") ?? "ap-guangzhou"
        );
        var templates = TemplateIds.Read(read);
        var longest = read.Number("Messages:LongestParameter", 35);
        if (outlet is not (Outlet.Aliyun or Outlet.Tencent))
            return null;
        return new(
            url ?? (outlet == Outlet.Aliyun ? Aliyun : Tencent),
            new(Needed("Messages:KeyId", keyId), Needed("Messages:KeySecret", secret)),
            Needed("Messages:SignName", sign),
            outlet == Outlet.Tencent ? Needed("Messages:AppId", app) : "",
            region,
            templates,
            longest
        );
    }

    /// <summary>A value as the gateway takes it: one line, not too long.</summary>
    public string Fit(string value)
    {
        var runes = value.ReplaceLineEndings(" ").EnumerateRunes().ToList();
        return runes.Count <= LongestParameter ? string.Concat(runes) : string.Concat(runes.Take(LongestParameter - 1)) + "…";
    }

    private static string Needed(string name, string? value) =>
        value ?? throw new SettingException(name, "is missing: the outlet needs it (docs/operations.md).");
}
