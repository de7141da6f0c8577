using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace EStation.Settings;

/// <summary>Links say where we are, never where a client says that we are.</summary>
public class SiteOptionsTests
{
    [Theory]
    [InlineData("https://estation.example.cn", "evil.example", "https://estation.example.cn/x")]
    [InlineData("https://estation.example.cn/", "localhost:7071", "https://estation.example.cn/x")]
    [InlineData(null, "localhost:7071", "http://localhost:7071/x")]
    [InlineData(null, "evil.example", "/x")]
    [InlineData(null, "localhost.evil.example", "/x")]
    public void An_address_is_made_from_the_setting(string? origin, string host, string expected)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString(host));
        Assert.Equal(expected, Read(origin).AddressOf(request, "/x"));
    }

    [Theory]
    [InlineData("http://estation.example.cn")]
    [InlineData("https://estation.example.cn/path")]
    public void Another_kind_of_origin_does_not_start(string origin) => Assert.Throws<SettingException>(() => Read(origin));

    private static SiteOptions Read(string? origin) =>
        SiteOptions.Read(
            new SettingReader(
                new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Site:Origin"] = origin }).Build()
            )
        );
}
