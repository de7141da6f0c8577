namespace EStation.Messages;

/// <summary>The examples that both clouds publish with their signatures.</summary>
public class SignaturesTests
{
    [Fact]
    public void Alibaba_Clouds_example_has_its_published_signature()
    {
        var query = AliyunSignature.Query(
            new Dictionary<string, string>
            {
                ["RegionId"] = "cn-shanghai",
                ["ImageId"] = "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
            }
        );
        var headers = AliyunSignature.Headers(
            new GatewayKey("YourAccessKeyId", "YourAccessKeySecret"),
            "ecs.cn-shanghai.aliyuncs.com",
            query,
            ("RunInstances", "2014-05-26"),
            DateTimeOffset.Parse("2023-10-26T10:22:32Z", System.Globalization.CultureInfo.InvariantCulture),
            "3156853299f313e23d1673dc12e1703d"
        );
        Assert.Equal(
            "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,"
                + "SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
            headers["Authorization"]
        );
        Assert.DoesNotContain("host", headers.Keys);
    }

    [Fact]
    public void Values_are_escaped_as_RFC_3986_says() =>
        Assert.Equal(
            "SignName=%E7%A7%91%E6%99%AE%20e%E7%AB%99&TemplateParam=%7B%22code%22%3A%221%2B2%2A~%22%7D",
            AliyunSignature.Query(new Dictionary<string, string> { ["TemplateParam"] = """{"code":"1+2*~"}""", ["SignName"] = "科普 e站" })
        );

    [Fact]
    public void Tencent_Clouds_example_has_its_published_signature()
    {
        var key = new GatewayKey(new string('*', 4), new string('*', 32)); // the document masks its key with 32 stars, and signs with them
        const string Payload = """{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}""";
        Assert.Equal(
            "TC3-HMAC-SHA256 Credential=****/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, "
                + "Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f",
            TencentSignature.Authorization(
                key,
                "cvm",
                "cvm.tencentcloudapi.com",
                "DescribeInstances",
                Payload,
                DateTimeOffset.FromUnixTimeSeconds(1551113065)
            )
        );
    }
}
