using System.Globalization;

namespace EStation.Messages;

/// <summary>Signature V3 of Alibaba Cloud (ACS3-HMAC-SHA256), of a POST whose parameters are in the query.</summary>
public static class AliyunSignature
{
    private const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>Parameters in the order and the escaping that are signed.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join(
            '&',
            parameters
                .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
                .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}")
        );

    /// <param name="nonce">Never used before.</param>
    /// <returns>The headers to send besides Host.</returns>
    public static IReadOnlyDictionary<string, string> Headers(
        GatewayKey key,
        string host,
        string query,
        (string Action, string Version) operation,
        DateTimeOffset at,
        string nonce
    )
    {
        var nothing = Hmac.Hash("");
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = host,
            ["x-acs-action"] = operation.Action,
            ["x-acs-content-sha256"] = nothing,
            ["x-acs-date"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = nonce,
            ["x-acs-version"] = operation.Version,
        };
        var names = string.Join(';', signed.Keys);
        var canonical = $"POST\n/\n{query}\n{string.Concat(signed.Select(header => $"{header.Key}:{header.Value}\n"))}\n{names}\n{nothing}";
        var signature = Convert.ToHexStringLower(Hmac.Sign(key.Secret, $"{Algorithm}\n{Hmac.Hash(canonical)}"));
        signed.Remove("host");
        signed["Authorization"] = $"{Algorithm} Credential={key.Id},SignedHeaders={names},Signature={signature}";
        return signed;
    }
}
