using System.Diagnostics.Metrics;
using EStation.Telemetry;
using EStation.Testing;
using EStation.Trainings;
using EStation.Trainings.Tellings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Messages;

/// <summary>Notices of a training through a gateway that answers wrongly: what is sent later, what raises the alarm, who is not waited for.</summary>
public class NothingIsLostTests(TestStorage storage)
{
    private const string Ok = """{"Code":"OK","Message":"OK","BizId":"1"}""";
    private const string Code = "signInCode";

    [Theory]
    [InlineData("isv.SMS_TEMPLATE_ILLEGAL", true)]
    [InlineData("isv.AMOUNT_NOT_ENOUGH", true)]
    [InlineData("SignatureDoesNotMatch", true)]
    [InlineData("isv.BUSINESS_LIMIT_CONTROL", false)]
    [InlineData("isp.SYSTEM_ERROR", false)]
    public async Task Nobody_is_told_while_the_gateway_refuses_and_everybody_is_once_it_is_mended(string code, bool alarm)
    {
        var gateway = new FakeGateway(_ => FakeGateway.Json(Ok));
        using var refused = new Refusals(code);
        await using var host = await StartAsync(gateway);
        await CancelledAsync(host, gateway, 2, await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        gateway.Answer = _ => FakeGateway.Json($$"""{"Code":"{{code}}","Message":"no"}""");
        await RollUpAsync(host, failing: true);
        await RollUpAsync(host, failing: true);
        Assert.Equal(alarm, refused.Count > 0);

        gateway.Calls.Clear();
        gateway.Answer = _ => FakeGateway.Json(Ok);
        await RollUpAsync(host, failing: false);
        Assert.Equal(2, gateway.Calls.Count(call => call.Query["TemplateCode"] == "T_trainingCancelled"));
        gateway.Calls.Clear();
        await RollUpAsync(host, failing: false);
        Assert.Empty(gateway.Calls);
    }

    [Fact]
    public async Task A_number_that_does_not_exist_keeps_nobody_waiting_and_is_not_called_again()
    {
        var gateway = new FakeGateway(_ => FakeGateway.Json(Ok));
        await using var host = await StartAsync(gateway);
        var (none, other) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await CancelledAsync(host, gateway, 2, none, other);
        gateway.Answer = it =>
            FakeGateway.Json(it.Calls[^1].Query["PhoneNumbers"] == none.Phone ? """{"Code":"isv.MOBILE_NUMBER_ILLEGAL"}""" : Ok);
        await RollUpAsync(host, failing: false);
        Assert.Equal(2, gateway.Calls.Count);

        host.Time.Advance(TimeSpan.FromMinutes(6)); // what follows sooner would wait for one message together
        await CancelledAsync(host, gateway, 3, none, other);
        await RollUpAsync(host, failing: false);
        Assert.Equal(other.Phone, Assert.Single(gateway.Calls).Query["PhoneNumbers"]);
    }

    /// <summary>Both sign up for a training, which is cancelled; nothing of it is told yet.</summary>
    private static async Task CancelledAsync(TestHost host, FakeGateway gateway, int capacity, params Farmer[] farmers)
    {
        var training = await Class.AnnounceAsync(host, capacity);
        foreach (var farmer in farmers)
            await training.SignUpAsync(farmer);
        (await training.Official.DeleteAsync(training.Path)).EnsureSuccessStatusCode();
        gateway.Calls.Clear();
    }

    private static async Task RollUpAsync(TestHost host, bool failing)
    {
        var failure = await Record.ExceptionAsync(host.RollUpAsync);
        Assert.Equal(failing, failure is not null);
    }

    /// <summary>Codes of signing in are kept in the table, where <see cref="Farmer"/> finds them; the rest goes to the gateway.</summary>
    private Task<TestHost> StartAsync(FakeGateway gateway)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Administrators"] = Class.AdministratorPhone,
            ["Messages:Outlet"] = "aliyun",
            ["Messages:KeyId"] = "id",
            ["Messages:KeySecret"] = "key",
            ["Messages:SignName"] = "科普e站",
        };
        string[] others =
        [
            "several",
            "notice",
            "videoPublished",
            "videoReturned",
            "videoRejected",
            "videoTakenDown",
            "videoAppealDecided",
            "prize-won",
        ];
        foreach (var template in TrainingMessages.All.Select(template => template.Name).Append(Code).Concat(others))
            settings[$"Messages:Templates:{template}:zh"] = $"T_{template}";
        return TestHost.StartAsync(
            storage,
            settings,
            services: services =>
                services
                    .AddSingleton<HttpMessageHandler>(gateway)
                    // The pauses between tries are real ones: a clock that runs on its own would end the notice's patience.
                    .AddSingleton(provider => ActivatorUtilities.CreateInstance<GatewayTries>(provider, TimeProvider.System))
                    .AddSingleton<LocalMessages>()
                    .AddSingleton<AliyunMessages>()
                    .AddSingleton<IMessages, CodesApart>()
        );
    }

    private sealed class CodesApart(LocalMessages local, AliyunMessages aliyun) : IMessages
    {
        public Task<MessageOutcome> SendAsync(Message message) =>
            message.Template.Name == Code ? local.SendAsync(message) : aliyun.SendAsync(message);
    }

    /// <summary>How often the metric of the alarm was raised with a code.</summary>
    private sealed class Refusals : IDisposable
    {
        private readonly MeterListener listener = new();
        private int count;

        public Refusals(string code)
        {
            listener.InstrumentPublished = (instrument, it) =>
            {
                if (instrument == Measures.MessagesRefused)
                    it.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>(
                (_, _, tags, _) =>
                {
                    if (tags[0].Value as string == code)
                        Interlocked.Increment(ref count);
                }
            );
            listener.Start();
        }

        public int Count => count;

        public void Dispose() => listener.Dispose();
    }
}
