using System.Net;
using System.Text;
using EStation.People;
using EStation.Testing;

namespace EStation.Receipts;

/// <summary>The address that gateways send receipts to.</summary>
public class PostReceiptsTests(TestStorage storage)
{
    private const string Secret = "Abcdefghijklmnopqrstuvwx1";

    [Fact]
    public async Task A_receipt_for_a_number_that_does_not_exist_marks_it_and_the_gateway_gets_the_answer_it_expects()
    {
        await using var host = await StartAsync(Secret);
        var (none, off) = (Phone.Parse(Farmer.NewPhone()), Phone.Parse(Farmer.NewPhone()));
        var answer = await PostAsync(
            host,
            Secret,
            $$"""
            [{"mobile":"{{none.Digits}}","nationcode":"86","report_status":"FAIL","errmsg":"MK:0001","sid":"1"},
             {"mobile":"{{off.Digits}}","nationcode":"86","report_status":"FAIL","errmsg":"EXPIRED","sid":"2"}]
            """
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"code":0,"msg":"OK","result":0,"errmsg":"OK"}""", await answer.Content.ReadAsStringAsync());
        Assert.True((await host.Get<PhoneTable>().ReadAsync(none)).IsUnreachableAt(host.Time.GetUtcNow()));
        Assert.False((await host.Get<PhoneTable>().ReadAsync(off)).IsUnreachableAt(host.Time.GetUtcNow()));
    }

    [Theory]
    [InlineData(Secret, "Abcdefghijklmnopqrstuvwx2", HttpStatusCode.NotFound)]
    [InlineData(Secret, "A", HttpStatusCode.NotFound)]
    [InlineData(null, Secret, HttpStatusCode.NotFound)]
    public async Task Nobody_finds_the_address_without_its_secret(string? secret, string path, HttpStatusCode status)
    {
        await using var host = await StartAsync(secret);
        Assert.Equal(status, (await PostAsync(host, path, "[]")).StatusCode);
    }

    [Fact]
    public async Task What_is_no_list_is_refused()
    {
        await using var host = await StartAsync(Secret);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(host, Secret, "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(host, Secret, new string(' ', 300_000))).StatusCode);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with/slashes/in/the/middle/of/it")]
    public async Task A_secret_that_is_none_stops_the_start(string secret) =>
        await Assert.ThrowsAsync<Settings.SettingException>(() => StartAsync(secret));

    private Task<TestHost> StartAsync(string? secret) =>
        TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Messages:ReceiptsSecret"] = secret });

    private static Task<HttpResponseMessage> PostAsync(TestHost host, string secret, string json) =>
        host.Http.PostAsync($"api/message-receipts/{secret}", new StringContent(json, Encoding.UTF8, "application/json"));
}
