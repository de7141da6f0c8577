using System.Globalization;

namespace EStation.Messages;

/// <summary>Signature v3 of Tencent Cloud (TC3-HMAC-SHA256), of a POST of JSON.</summary>
public static class TencentSignature
{
    public const string ContentType = "application/json; charset=utf-8";

    private const string Algorithm = "TC3-HMAC-SHA256";
    private const string Names = "content-type;host;x-tc-action";

    /// <param name="service">The product, which is the first part of the host.</param>
    /// <returns>The header Authorization.</returns>
    public static string Authorization(GatewayKey key, string service, string host, string action, string payload, DateTimeOffset at)
    {
        var day = at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var scope = $"{day}/{service}/tc3_request";
        var headers = $"content-type:{ContentType}\nhost:{host}\nx-tc-action:{action.ToLowerInvariant()}\n";
        var canonical = $"POST\n/\n\n{headers}\n{Names}\n{Hmac.Hash(payload)}";
        var toSign = $"{Algorithm}\n{at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}\n{scope}\n{Hmac.Hash(canonical)}";
        var signingKey = Hmac.Sign(Hmac.Sign(Hmac.Sign($"TC3{key.Secret}", day), service), "tc3_request");
        var signature = Convert.ToHexStringLower(Hmac.Sign(signingKey, toSign));
        return $"{Algorithm} Credential={key.Id}/{scope}, SignedHeaders={Names}, Signature={signature}";
    }
}
