namespace EStation.Messages;

/// <summary>Error codes of Alibaba Cloud's SMS. An unknown code counts as a mistake of ours and raises the alarm.</summary>
public static class AliyunCodes
{
    private static readonly HashSet<string> Undeliverable = ["isv.MOBILE_NUMBER_ILLEGAL", "isv.CUSTOMER_REFUSED"];

    private static readonly HashSet<string> Unfit =
    [
        "isv.PARAM_LENGTH_LIMIT",
        "isv.PARAM_NOT_SUPPORT_URL",
        "isv.BLACK_KEY_CONTROL_LIMIT",
        "isv.SMS_CONTENT_ILLEGAL",
        "isv.UNSUPPORTED_CONTENT",
    ];

    private static readonly HashSet<string> InAMoment =
    [
        "isp.SYSTEM_ERROR",
        "isp.GATEWAY_ERROR",
        "InternalError",
        "ServiceUnavailable",
        "SignatureNonceUsed",
        "Throttling",
    ];

    public static Verdict Judge(GatewayReply reply) =>
        GatewayJson.Text(GatewayJson.Parse(reply.Body), "Code") switch
        {
            null => reply.Verdict,
            "OK" when reply.IsSuccess => new(MessageOutcome.Taken, "OK"),
            // The limits that the gateway has for each phone.
            "isv.BUSINESS_LIMIT_CONTROL" and var code => new(MessageOutcome.Later, code),
            var code when Undeliverable.Contains(code) => new(MessageOutcome.Undeliverable, code),
            var code when Unfit.Contains(code) => new(MessageOutcome.Unfit, code),
            var code when InAMoment.Contains(code) || code.StartsWith("Throttling.", StringComparison.Ordinal) => new(
                MessageOutcome.Later,
                code,
                AtOnce: true
            ),
            var code when reply.IsPassing => reply.Verdict with { Code = code },
            var code => new(MessageOutcome.Misconfigured, code),
        };
}
