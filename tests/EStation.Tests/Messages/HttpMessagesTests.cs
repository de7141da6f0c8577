using System.Net;
using System.Net.Http.Json;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EStation.Messages;

/// <summary>Codes through an SMS gateway.</summary>
public class HttpMessagesTests(TestStorage storage)
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Messages:Outlet"] = "http",
        ["Messages:Url"] = "https://sms.example/send",
        ["Messages:Headers:0:Name"] = "X-Key",
        ["Messages:Headers:0:Value"] = "secret",
        ["Messages:Accepted"] = "\"Code\": \"OK\", queued",
        ["Messages:WrongNumber"] = "isv.MOBILE_NUMBER_ILLEGAL, no such number",
        ["Messages:Body"] = """{"to":"{phone}","params":["{code}"],"sign":"科普"}""",
    };

    [Fact]
    public async Task A_message_is_one_call_as_configured_tried_again_when_the_gateway_stumbles()
    {
        var gateway = new Gateway(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK) { Answer = """{"Code":"OK"}""" };
        var log = new LogLines();
        await using var host = await StartAsync(gateway, log);
        var asking = host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone = "13812345678" });
        await WaitAsync(host, asking);
        Assert.Equal(HttpStatusCode.Accepted, (await asking).StatusCode);
        Assert.Equal(2, gateway.Calls.Count);
        Assert.Matches("""^\{"to":"13812345678","params":\["\d{6}"\],"sign":"科普"\}$""", gateway.Calls[1].Body);
        Assert.Equal("secret", gateway.Calls[1].Key);
        Assert.DoesNotContain(log.All, line => line.Contains("13812345678", StringComparison.Ordinal));
        Assert.Empty(new Azure.Data.Tables.TableClient(host.ConnectionString, "LocalMessages").Query<Azure.Data.Tables.TableEntity>());
    }

    [Fact]
    public async Task A_gateway_that_stays_away_is_a_503_and_one_that_refuses_is_not_asked_again()
    {
        var away = new Gateway(HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.OK);
        var log = new LogLines();
        await using var host = await StartAsync(away, log);
        var asking = host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone = "13812345678" });
        await WaitAsync(host, asking);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await asking).StatusCode);
        Assert.Equal(3, away.Calls.Count);
        Assert.Contains("SendCode is answered with 503: The SMS gateway did not take a code: Later.", log.All);

        foreach (var refusal in new[] { HttpStatusCode.Forbidden, HttpStatusCode.BadRequest })
        {
            var refusing = new Gateway(refusal, HttpStatusCode.OK);
            await using var another = await StartAsync(refusing, new LogLines());
            Assert.Equal(
                HttpStatusCode.ServiceUnavailable,
                (await another.Http.PostAsJsonAsync("api/sign-in/codes", new { phone = "13812345678" })).StatusCode
            );
            Assert.Single(refusing.Calls);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "{\"code\":\"isv.MOBILE_NUMBER_ILLEGAL\"}", MessageOutcome.Undeliverable)]
    [InlineData(HttpStatusCode.UnprocessableEntity, "no such number: …", MessageOutcome.Undeliverable)]
    [InlineData(HttpStatusCode.BadRequest, "{\"code\":\"isv.TEMPLATE_MISSING_PARAMETERS\"}", MessageOutcome.Misconfigured)]
    [InlineData(HttpStatusCode.NotFound, "<h1>Not Found</h1>", MessageOutcome.Misconfigured)]
    [InlineData(HttpStatusCode.Gone, "", MessageOutcome.Misconfigured)]
    [InlineData(HttpStatusCode.UnprocessableEntity, "", MessageOutcome.Misconfigured)]
    [InlineData(HttpStatusCode.BadGateway, "no such number", MessageOutcome.Later)]
    [InlineData(HttpStatusCode.OK, "{\"Code\":\"isv.MOBILE_NUMBER_ILLEGAL\",\"Message\":\"OK\"}", MessageOutcome.Undeliverable)]
    [InlineData(HttpStatusCode.OK, "{\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\"}", MessageOutcome.Misconfigured)]
    [InlineData(HttpStatusCode.OK, "", MessageOutcome.Misconfigured)]
    [InlineData(HttpStatusCode.Found, "{\"Code\":\"OK\"}", MessageOutcome.Misconfigured)]
    public async Task Only_an_answer_that_names_the_number_as_wrong_ends_a_message(
        HttpStatusCode status,
        string answer,
        MessageOutcome outcome
    )
    {
        var gateway = new Gateway(status, status, status) { Answer = answer };
        var log = new LogLines();
        await using var host = await StartAsync(gateway, log);
        var sending = Task.Run(() => host.Get<IMessages>().SendAsync(Reminder(host)));
        await WaitAsync(host, sending);
        Assert.Equal(outcome, await sending);
        Assert.Equal(
            outcome == MessageOutcome.Misconfigured,
            log.All.Any(line => line.Contains("refuses what we send", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("\"Code\": \"OK\"", "{\n  \"Code\" : \"OK\"\n}", true)]
    [InlineData("\"Code\": \"OK\", queued", "queued", true)]
    [InlineData("\"Code\": \"OK\"", "{\"Code\":\"isv.AMOUNT_NOT_ENOUGH\",\"Message\":\"OK\"}", false)]
    [InlineData(null, "", true)]
    [InlineData(null, "{\"error\":1}", true)]
    [InlineData(null, "no such number", false)]
    public async Task A_message_is_told_when_the_answer_says_what_the_setting_says(string? accepted, string answer, bool told)
    {
        var gateway = new Gateway(HttpStatusCode.OK) { Answer = answer };
        await using var host = await StartAsync(gateway, new LogLines(), new(Settings) { ["Messages:Accepted"] = accepted });
        Assert.Equal(told, await host.Get<IMessages>().SendAsync(Reminder(host)) == MessageOutcome.Taken);
        Assert.Single(gateway.Calls);
    }

    [Fact]
    public async Task A_message_that_is_sent_again_has_the_same_id()
    {
        var gateway = new Gateway(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK) { Answer = "queued" };
        var settings = new Dictionary<string, string?>(Settings) { ["Messages:Body"] = """{"to":"{phone}","text":"{text}","id":"{id}"}""" };
        await using var host = await StartAsync(gateway, new LogLines(), settings);
        var message = Reminder(host, title: "{id}") with { Id = "220102-notice-person" };
        await host.Get<IMessages>().SendAsync(message);
        await host.Get<IMessages>().SendAsync(message);
        await host.Get<IMessages>().SendAsync(message with { Id = "another" });
        Assert.Equal(2, gateway.Calls.Select(call => call.Body).Distinct().Count());
        Assert.Matches("""^\{"to":"13812345678","text":".*\{id\}","id":"[0-9a-f]{32}"\}$""", gateway.Calls[0].Body);
    }

    [Fact]
    public async Task Without_its_address_the_app_does_not_start() =>
        await Assert.ThrowsAsync<Settings.SettingException>(() =>
            TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Messages:Outlet"] = "http" })
        );

    private static Message Reminder(TestHost host, string title = "下周一上课") =>
        new(
            Phone.Parse("13812345678"),
            new MessageTemplate("reminder", ["title"], new Text("提醒：{title}")),
            new Dictionary<string, string> { ["title"] = title },
            Language.Zh,
            host.Time.GetUtcNow()
        );

    private Task<TestHost> StartAsync(Gateway gateway, LogLines log, Dictionary<string, string?>? settings = null) =>
        TestHost.StartAsync(
            storage,
            settings ?? Settings,
            services: services => services.AddSingleton<HttpMessageHandler>(gateway).AddSingleton<ILoggerProvider>(log)
        );

    /// <summary>Moves the clock while a request waits for its next try.</summary>
    private static async Task WaitAsync(TestHost host, Task request)
    {
        while (!request.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    private sealed class Gateway(params HttpStatusCode[] answers) : HttpMessageHandler
    {
        public List<(string Body, string Key)> Calls { get; } = [];

        public string Answer { get; init; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add((await request.Content!.ReadAsStringAsync(cancellationToken), request.Headers.GetValues("X-Key").Single()));
            return new HttpResponseMessage(answers[Calls.Count - 1]) { Content = new StringContent(Answer) };
        }
    }
}
