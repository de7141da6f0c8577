using System.Net;
using EStation.People;
using EStation.Privacy;
using EStation.Testing;

namespace EStation.Trainings.Certificates;

/// <summary>What a printed certificate leads to, and what caches keep of it.</summary>
public class CertificateLinkTests(TestStorage storage)
{
    private const string Origin = "https://estation.example.cn";

    [Fact]
    public async Task The_code_on_it_leads_to_the_configured_site_whatever_the_client_calls_it()
    {
        await using var host = await StartAsync();
        var (_, number) = await CertifyAsync(host);
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/certificates/{number}?format=html");
        request.Headers.Host = "evil.example";
        var html = await (await host.Http.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.Contains(new QrCode($"{Origin}/api/certificates/{number}?format=html").Path, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    [InlineData("svg")]
    public async Task A_cache_that_knows_the_holder_is_told_when_the_holder_is_erased(string format)
    {
        await using var host = await StartAsync();
        var (holder, number) = await CertifyAsync(host);
        var path = $"api/certificates/{number}?format={format}";
        var before = (await host.Http.GetAsync(path)).Headers.ETag!;
        Assert.Equal(HttpStatusCode.NoContent, (await holder.DeleteAsync("api/me")).StatusCode);
        host.Time.Advance(Erasure.SecondLook);
        await host.Get<Erasures>().CompleteAsync(host.Time.GetUtcNow());
        var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(before);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.SendAsync(again)).StatusCode);
    }

    private Task<TestHost> StartAsync() =>
        TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = Class.AdministratorPhone, ["Site:Origin"] = Origin }
        );

    private static async Task<(Farmer Holder, string Number)> CertifyAsync(TestHost host)
    {
        var training = await Class.AnnounceAsync(host);
        var (holder, ticket) = await training.TicketAsync();
        host.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(12));
        await training.MarkAsync(1, ticket);
        host.Time.Advance(TimeSpan.FromDays(2));
        var completed = await training.CompleteAsync(new { enrolments = new[] { await training.EnrolmentOfAsync(holder) } });
        return (holder, (string)completed["items"]![0]!["certificate"]!);
    }
}
