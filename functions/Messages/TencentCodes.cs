using System.Text.Json.Nodes;

namespace EStation.Messages;

/// <summary>Error codes of Tencent Cloud's SMS. An unknown code counts as a mistake of ours and raises the alarm.</summary>
public static class TencentCodes
{
    private static readonly HashSet<string> Undeliverable =
    [
        "InvalidParameterValue.IncorrectPhoneNumber",
        "FailedOperation.PhoneNumberInBlacklist",
    ];

    private static readonly HashSet<string> Unfit =
    [
        "FailedOperation.ContainSensitiveWord",
        "InvalidParameterValue.ContentLengthLimit",
        "InvalidParameterValue.TemplateParameterLengthLimit",
        "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter",
    ];

    /// <summary>The limits that the gateway has for each phone, and the hours of advertisements.</summary>
    private static readonly HashSet<string> Later =
    [
        "LimitExceeded.DeliveryFrequencyLimit",
        "LimitExceeded.PhoneNumberThirtySecondLimit",
        "LimitExceeded.PhoneNumberOneHourLimit",
        "LimitExceeded.PhoneNumberDailyLimit",
        "LimitExceeded.PhoneNumberSameContentDailyLimit",
        "FailedOperation.MarketingSendTimeConstraint",
        "InternalError.OtherError",
    ];

    private static readonly HashSet<string> InAMoment = ["InternalError", "InternalError.UnknownError", "ServiceUnavailable"];

    /// <summary>Time ran out between the gateway and a carrier.</summary>
    private static readonly HashSet<string> Unknown = ["InternalError.Timeout", "InternalError.SendAndRecvFail"];

    public static Verdict Judge(GatewayReply reply)
    {
        var answer = GatewayJson.Parse(reply.Body) is JsonObject body ? body["Response"] as JsonObject : null;
        var status = answer?["SendStatusSet"] is JsonArray { Count: > 0 } set ? set[0] : null;
        return (GatewayJson.Text(answer, "Error", "Code") ?? GatewayJson.Text(status, "Code")) switch
        {
            null => reply.Verdict,
            "Ok" when reply.IsSuccess => new(MessageOutcome.Taken, "Ok"),
            var code when Undeliverable.Contains(code) => new(MessageOutcome.Undeliverable, code),
            var code when Unfit.Contains(code) => new(MessageOutcome.Unfit, code),
            var code when Unknown.Contains(code) => new(MessageOutcome.Unknown, code),
            var code when Later.Contains(code) => new(MessageOutcome.Later, code),
            var code when InAMoment.Contains(code) || code.StartsWith("RequestLimitExceeded", StringComparison.Ordinal) => new(
                MessageOutcome.Later,
                code,
                AtOnce: true
            ),
            var code when reply.IsPassing => reply.Verdict with { Code = code },
            var code => new(MessageOutcome.Misconfigured, code),
        };
    }
}
