using System.Globalization;
using System.Text.Json.Nodes;

namespace EStation.Messages;

/// <summary>Tencent Cloud's gateway, also where it answers wrongly in every documented way.</summary>
public class TencentMessagesTests
{
    [Fact]
    public async Task A_message_is_a_template_with_its_parameters_in_order_in_a_signed_request()
    {
        using var cloud = new CloudGateway(Outlet.Tencent, _ => FakeGateway.Json(Status("Ok")));
        var message = CloudGateway.Message(title: "春季水稻育秧与病虫害绿色防控技术培训班");
        Assert.Equal(MessageOutcome.Taken, await cloud.SendAsync(message));
        var call = Assert.Single(cloud.Gateway.Calls);
        var body = JsonNode.Parse(call.Body)!;
        Assert.Equal("+8613812345678", (string)body["PhoneNumberSet"]!.AsArray().Single()!);
        Assert.Equal("1400006666", (string)body["SmsSdkAppId"]!);
        Assert.Equal("SMS_1", (string)body["TemplateId"]!);
        Assert.Equal("科普e站", (string)body["SignName"]!);
        Assert.Equal(["春季水稻育秧与病虫害绿…", "2026-12-02 …"], body["TemplateParamSet"]!.AsArray().Select(value => (string)value!));
        Assert.Equal(message.Reference, (string)body["SessionContext"]!);
        Assert.Equal("SendSms", call.Headers["X-TC-Action"]);
        Assert.Equal("2021-01-11", call.Headers["X-TC-Version"]);
        Assert.Equal("ap-guangzhou", call.Headers["X-TC-Region"]);
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(call.Headers["X-TC-Timestamp"], CultureInfo.InvariantCulture));
        Assert.Equal(
            TencentSignature.Authorization(new("id", "key"), "sms", "sms.example", "SendSms", call.Body, at),
            call.Headers["Authorization"]
        );
    }

    [Theory]
    [InlineData("InvalidParameterValue.IncorrectPhoneNumber", MessageOutcome.Undeliverable, 1)]
    [InlineData("FailedOperation.PhoneNumberInBlacklist", MessageOutcome.Undeliverable, 1)]
    [InlineData("FailedOperation.ContainSensitiveWord", MessageOutcome.Unfit, 1)]
    [InlineData("InvalidParameterValue.ContentLengthLimit", MessageOutcome.Unfit, 1)]
    [InlineData("InvalidParameterValue.TemplateParameterLengthLimit", MessageOutcome.Unfit, 1)]
    [InlineData("InvalidParameterValue.ProhibitedUseUrlInTemplateParameter", MessageOutcome.Unfit, 1)]
    [InlineData("LimitExceeded.DeliveryFrequencyLimit", MessageOutcome.Later, 1)]
    [InlineData("LimitExceeded.PhoneNumberThirtySecondLimit", MessageOutcome.Later, 1)]
    [InlineData("LimitExceeded.PhoneNumberOneHourLimit", MessageOutcome.Later, 1)]
    [InlineData("LimitExceeded.PhoneNumberDailyLimit", MessageOutcome.Later, 1)]
    [InlineData("LimitExceeded.PhoneNumberSameContentDailyLimit", MessageOutcome.Later, 1)]
    [InlineData("FailedOperation.MarketingSendTimeConstraint", MessageOutcome.Later, 1)]
    [InlineData("InternalError.OtherError", MessageOutcome.Later, 1)]
    [InlineData("InternalError", MessageOutcome.Later, 3)]
    [InlineData("InternalError.UnknownError", MessageOutcome.Later, 3)]
    [InlineData("ServiceUnavailable", MessageOutcome.Later, 3)]
    [InlineData("RequestLimitExceeded", MessageOutcome.Later, 3)]
    [InlineData("RequestLimitExceeded.IPLimitExceeded", MessageOutcome.Later, 3)]
    [InlineData("InternalError.Timeout", MessageOutcome.Unknown, 1)]
    [InlineData("InternalError.SendAndRecvFail", MessageOutcome.Unknown, 1)]
    [InlineData("LimitExceeded.AppDailyLimit", MessageOutcome.Misconfigured, 1)]
    [InlineData("LimitExceeded.AppMainlandChinaDailyLimit", MessageOutcome.Misconfigured, 1)]
    [InlineData("LimitExceeded.PhoneNumberCountLimit", MessageOutcome.Misconfigured, 1)]
    [InlineData("FailedOperation.SignatureIncorrectOrUnapproved", MessageOutcome.Misconfigured, 1)]
    [InlineData("FailedOperation.TemplateIncorrectOrUnapproved", MessageOutcome.Misconfigured, 1)]
    [InlineData("FailedOperation.TemplateUnapprovedOrNotExist", MessageOutcome.Misconfigured, 1)]
    [InlineData("FailedOperation.TemplateParamSetNotMatchApprovedTemplate", MessageOutcome.Misconfigured, 1)]
    [InlineData("InvalidParameterValue.TemplateParameterFormatError", MessageOutcome.Misconfigured, 1)]
    [InlineData("FailedOperation.InsufficientBalanceInSmsPackage", MessageOutcome.Misconfigured, 1)]
    [InlineData("FailedOperation.FailResolvePacket", MessageOutcome.Misconfigured, 1)]
    [InlineData("FailedOperation.JsonParseFail", MessageOutcome.Misconfigured, 1)]
    [InlineData("InvalidParameterValue.SdkAppIdNotExist", MessageOutcome.Misconfigured, 1)]
    [InlineData("UnauthorizedOperation.SdkAppIdIsDisabled", MessageOutcome.Misconfigured, 1)]
    [InlineData("UnauthorizedOperation.ServiceSuspendDueToArrears", MessageOutcome.Misconfigured, 1)]
    [InlineData("UnauthorizedOperation.RequestPermissionDeny", MessageOutcome.Misconfigured, 1)]
    [InlineData("UnauthorizedOperation.RequestIpNotInWhitelist", MessageOutcome.Misconfigured, 1)]
    [InlineData("UnauthorizedOperation.IndividualUserMarketingSmsPermissionDeny", MessageOutcome.Misconfigured, 1)]
    [InlineData("InternalError.SigVerificationFail", MessageOutcome.Misconfigured, 1)]
    [InlineData("InternalError.SigFieldMissing", MessageOutcome.Misconfigured, 1)]
    [InlineData("InternalError.RequestTimeException", MessageOutcome.Misconfigured, 1)]
    [InlineData("InternalError.RestApiInterfaceNotExist", MessageOutcome.Misconfigured, 1)]
    [InlineData("UnsupportedOperation.UnsupportedRegion", MessageOutcome.Misconfigured, 1)]
    [InlineData("UnsupportedOperation.GlobalTemplateToChineseMainlandPhone", MessageOutcome.Misconfigured, 1)]
    [InlineData("AuthFailure.SignatureFailure", MessageOutcome.Misconfigured, 1)]
    [InlineData("AuthFailure.SignatureExpire", MessageOutcome.Misconfigured, 1)]
    [InlineData("AuthFailure.SecretIdNotFound", MessageOutcome.Misconfigured, 1)]
    [InlineData("AuthFailure.InvalidSecretId", MessageOutcome.Misconfigured, 1)]
    [InlineData("AuthFailure.UnauthorizedOperation", MessageOutcome.Misconfigured, 1)]
    [InlineData("IpInBlacklist", MessageOutcome.Misconfigured, 1)]
    [InlineData("NoSuchVersion", MessageOutcome.Misconfigured, 1)]
    [InlineData("MissingParameter", MessageOutcome.Misconfigured, 1)]
    [InlineData("Something.New", MessageOutcome.Misconfigured, 1)]
    public async Task Each_documented_code_is_told_apart(string code, MessageOutcome outcome, int calls)
    {
        foreach (var answer in new[] { Status(code), Error(code) })
        {
            using var cloud = new CloudGateway(Outlet.Tencent, _ => FakeGateway.Json(answer));
            Assert.Equal(outcome, await cloud.SendAsync(CloudGateway.Message()));
            Assert.Equal(calls, cloud.Gateway.Calls.Count);
            Assert.Equal(outcome == MessageOutcome.Misconfigured, cloud.HasRaisedAlarm);
            Assert.DoesNotContain(cloud.Log.All, line => line.Contains("13812345678", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("""{"Response":{"SendStatusSet":[],"RequestId":"1"}}""")]
    [InlineData("""{"Response":{"SendStatusSet":[null]}}""")]
    [InlineData("""{"Response":[]}""")]
    [InlineData("""{"Response":{"SendStatusSet":[{"Code":7}]}}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task An_answer_in_another_form_is_no_proof_that_a_message_was_taken(string answer)
    {
        using var cloud = new CloudGateway(Outlet.Tencent, _ => FakeGateway.Json(answer));
        Assert.Equal(MessageOutcome.Misconfigured, await cloud.SendAsync(CloudGateway.Message()));
    }

    private static string Status(string code) =>
        $$$"""{"Response":{"SendStatusSet":[{"SerialNo":"5000:1","PhoneNumber":"+8613812345678","Fee":1,"SessionContext":"","Code":"{{{code}}}","Message":"13812345678","IsoCode":"CN"}],"RequestId":"1"}}""";

    private static string Error(string code) =>
        $$$"""{"Response":{"Error":{"Code":"{{{code}}}","Message":"13812345678"},"RequestId":"1"}}""";
}
