using System.Net;

namespace EStation.Messages;

/// <summary>Alibaba Cloud's gateway, also where it answers wrongly in every documented way.</summary>
public class AliyunMessagesTests
{
    private const string Ok = """{"Message":"OK","RequestId":"F655A8D5","Code":"OK","BizId":"9006197469364984^0"}""";

    [Fact]
    public async Task A_message_is_a_template_with_its_parameters_in_a_signed_request()
    {
        using var cloud = new CloudGateway(Outlet.Aliyun, _ => FakeGateway.Json(Ok));
        var message = CloudGateway.Message();
        Assert.Equal(MessageOutcome.Taken, await cloud.SendAsync(message));
        var call = Assert.Single(cloud.Gateway.Calls);
        Assert.Equal("13812345678", call.Query["PhoneNumbers"]);
        Assert.Equal("科普e站", call.Query["SignName"]);
        Assert.Equal("SMS_1", call.Query["TemplateCode"]);
        Assert.Equal(
            """{"title":"水稻","start":"2026-12-02 …"}""",
            System.Text.RegularExpressions.Regex.Unescape(call.Query["TemplateParam"])
        );
        Assert.Equal(message.Reference, call.Query["OutId"]);
        Assert.DoesNotContain("person", call.Url.Query, StringComparison.Ordinal);
        Assert.Equal("", call.Body);
        Assert.Equal("SendSms", call.Headers["x-acs-action"]);
        Assert.Equal("2017-05-25", call.Headers["x-acs-version"]);
        var nonce = call.Headers["x-acs-signature-nonce"];
        Assert.Equal(
            AliyunSignature.Headers(new("id", "key"), "sms.example", call.Url.Query[1..], ("SendSms", "2017-05-25"), Sent(call), nonce)[
                "Authorization"
            ],
            call.Headers["Authorization"]
        );
    }

    [Theory]
    [InlineData(Language.Ko, "SMS_2")]
    [InlineData(Language.Mn, "SMS_1")]
    [InlineData(Language.En, "SMS_1")]
    public async Task A_language_without_a_template_gets_the_Chinese_one(Language language, string template)
    {
        using var cloud = new CloudGateway(Outlet.Aliyun, _ => FakeGateway.Json(Ok));
        Assert.Equal(MessageOutcome.Taken, await cloud.SendAsync(CloudGateway.Message(language)));
        Assert.Equal(template, cloud.Gateway.Calls.Single().Query["TemplateCode"]);
    }

    [Theory]
    [InlineData("isv.MOBILE_NUMBER_ILLEGAL", MessageOutcome.Undeliverable, 1)]
    [InlineData("isv.CUSTOMER_REFUSED", MessageOutcome.Undeliverable, 1)]
    [InlineData("isv.BUSINESS_LIMIT_CONTROL", MessageOutcome.Later, 1)]
    [InlineData("isp.SYSTEM_ERROR", MessageOutcome.Later, 3)]
    [InlineData("isp.GATEWAY_ERROR", MessageOutcome.Later, 3)]
    [InlineData("Throttling", MessageOutcome.Later, 3)]
    [InlineData("Throttling.User", MessageOutcome.Later, 3)]
    [InlineData("Throttling.Api", MessageOutcome.Later, 3)]
    [InlineData("InternalError", MessageOutcome.Later, 3)]
    [InlineData("ServiceUnavailable", MessageOutcome.Later, 3)]
    [InlineData("SignatureNonceUsed", MessageOutcome.Later, 3)]
    [InlineData("isv.PARAM_LENGTH_LIMIT", MessageOutcome.Unfit, 1)]
    [InlineData("isv.PARAM_NOT_SUPPORT_URL", MessageOutcome.Unfit, 1)]
    [InlineData("isv.BLACK_KEY_CONTROL_LIMIT", MessageOutcome.Unfit, 1)]
    [InlineData("isv.SMS_CONTENT_ILLEGAL", MessageOutcome.Unfit, 1)]
    [InlineData("isv.UNSUPPORTED_CONTENT", MessageOutcome.Unfit, 1)]
    [InlineData("isv.SMS_SIGNATURE_ILLEGAL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.SMS_SIGN_ILLEGAL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.SIGN_STATE_ILLEGAL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.SMS_SIGNATURE_SCENE_ILLEGAL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.SMS_TEMPLATE_ILLEGAL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.TEMPLATE_MISSING_PARAMETERS", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.TEMPLATE_PARAMS_ILLEGAL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.INVALID_JSON_PARAM", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.INVALID_PARAMETERS", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.MOBILE_COUNT_OVER_LIMIT", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.DOMESTIC_NUMBER_NOT_SUPPORTED", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.EXTEND_CODE_ERROR", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.DENY_IP_RANGE", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.DAY_LIMIT_CONTROL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.MONTH_LIMIT_CONTROL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.AMOUNT_NOT_ENOUGH", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.OUT_OF_SERVICE", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.PRODUCT_UN_SUBSCRIPT", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.PRODUCT_UNSUBSCRIBE", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.ACCOUNT_NOT_EXISTS", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.ACCOUNT_ABNORMAL", MessageOutcome.Misconfigured, 1)]
    [InlineData("isp.RAM_PERMISSION_DENY", MessageOutcome.Misconfigured, 1)]
    [InlineData("SignatureDoesNotMatch", MessageOutcome.Misconfigured, 1)]
    [InlineData("InvalidAccessKeyId.NotFound", MessageOutcome.Misconfigured, 1)]
    [InlineData("InvalidAccessKeyId.Inactive", MessageOutcome.Misconfigured, 1)]
    [InlineData("InvalidTimeStamp.Expired", MessageOutcome.Misconfigured, 1)]
    [InlineData("InvalidAction.NotFound", MessageOutcome.Misconfigured, 1)]
    [InlineData("InvalidVersion", MessageOutcome.Misconfigured, 1)]
    [InlineData("Forbidden.RAM", MessageOutcome.Misconfigured, 1)]
    [InlineData("isv.SOMETHING_NEW", MessageOutcome.Misconfigured, 1)]
    public async Task Each_documented_code_is_told_apart(string code, MessageOutcome outcome, int calls)
    {
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound })
        {
            using var cloud = new CloudGateway(
                Outlet.Aliyun,
                _ => FakeGateway.Json($$"""{"Code":"{{code}}","Message":"13812345678 水稻","RequestId":"1"}""", status)
            );
            Assert.Equal(outcome, await cloud.SendAsync(CloudGateway.Message()));
            Assert.Equal(calls, cloud.Gateway.Calls.Count);
            Assert.Equal(outcome == MessageOutcome.Misconfigured, cloud.HasRaisedAlarm);
            Assert.DoesNotContain(cloud.Log.All, line => line.Contains("13812345678", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("refused", MessageOutcome.Later, 3)]
    [InlineData("no such host", MessageOutcome.Later, 3)]
    [InlineData("reset", MessageOutcome.Unknown, 1)]
    [InlineData("silent", MessageOutcome.Unknown, 1)]
    [InlineData("504", MessageOutcome.Unknown, 1)]
    [InlineData("500", MessageOutcome.Later, 3)]
    [InlineData("502", MessageOutcome.Later, 3)]
    [InlineData("503", MessageOutcome.Later, 3)]
    [InlineData("429", MessageOutcome.Later, 3)]
    [InlineData("302", MessageOutcome.Misconfigured, 1)]
    [InlineData("404", MessageOutcome.Misconfigured, 1)]
    [InlineData("html", MessageOutcome.Misconfigured, 1)]
    public async Task An_answer_that_is_not_the_gateways_is_judged_by_what_can_have_arrived(string kind, MessageOutcome outcome, int calls)
    {
        foreach (var outlet in new[] { Outlet.Aliyun, Outlet.Tencent })
        {
            using var cloud = new CloudGateway(outlet, _ => CloudGateway.Fail(kind));
            Assert.Equal(outcome, await cloud.SendAsync(CloudGateway.Message()));
            Assert.Equal(calls, cloud.Gateway.Calls.Count);
            Assert.Equal(outcome == MessageOutcome.Misconfigured, cloud.HasRaisedAlarm);
        }
    }

    [Fact]
    public async Task Each_try_is_signed_anew_and_names_the_same_message()
    {
        using var cloud = new CloudGateway(
            Outlet.Aliyun,
            gateway => gateway.Calls.Count < 3 ? CloudGateway.Fail("503") : FakeGateway.Json(Ok)
        );
        Assert.Equal(MessageOutcome.Taken, await cloud.SendAsync(CloudGateway.Message()));
        Assert.Equal(3, cloud.Gateway.Calls.Select(call => call.Headers["x-acs-signature-nonce"]).Distinct().Count());
        Assert.Single(cloud.Gateway.Calls.Select(call => call.Query["OutId"]).Distinct());
    }

    [Fact]
    public async Task A_kind_without_a_template_raises_the_alarm_and_nothing_is_sent()
    {
        foreach (var outlet in new[] { Outlet.Aliyun, Outlet.Tencent })
        {
            using var cloud = new CloudGateway(outlet, _ => FakeGateway.Json(Ok));
            var other = CloudGateway.Template with { Name = "another" };
            Assert.Equal(MessageOutcome.Misconfigured, await cloud.SendAsync(CloudGateway.Message(template: other)));
            Assert.Empty(cloud.Gateway.Calls);
            Assert.True(cloud.HasRaisedAlarm);
        }
    }

    private static DateTimeOffset Sent(FakeGateway.Call call) =>
        DateTimeOffset.Parse(call.Headers["x-acs-date"], System.Globalization.CultureInfo.InvariantCulture);
}
