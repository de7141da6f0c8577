using System.Net;
using EStation.Testing;

namespace EStation.Service;

/// <summary>The search for places over HTTP.</summary>
public class FindingRegionsTests(TestStorage storage)
{
    [Fact]
    public async Task A_place_comes_with_what_it_lies_in_and_may_be_kept()
    {
        await using var host = await TestHost.StartAsync(storage);
        host.Meter.Reset();
        var answer = await host.Http.GetAsync("api/regions?q=yongchunzhen&within=2201");
        var place = (await Farmer.JsonOf(answer))["items"]![0]!;
        Assert.Equal("220104101", (string)place["code"]!);
        Assert.Equal(["朝阳区", "长春市", "吉林省"], place["names"]!.AsArray().Select(name => (string)name!));
        Assert.NotNull(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.TotalDays: 1 });
        Assert.Equal(0, host.Meter.All);
        Assert.Equal(
            "룡정시",
            (string)(await Farmer.JsonOf(await host.Http.GetAsync("api/regions?q=longjing&lang=ko")))["items"]![0]!["name"]!
        );
    }

    [Theory]
    [InlineData("api/regions")]
    [InlineData("api/regions?q=%20")]
    [InlineData("api/regions?q=a&within=9")]
    [InlineData("api/regions?q=a&near=990102")]
    public async Task What_cannot_be_searched_is_refused(string path)
    {
        await using var host = await TestHost.StartAsync(storage);
        Assert.Equal("fields.invalid", await Farmer.RefusalOf(await host.Http.GetAsync(path), HttpStatusCode.UnprocessableEntity));
    }
}
