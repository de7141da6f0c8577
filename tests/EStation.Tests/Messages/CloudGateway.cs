using System.Net;
using EStation.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace EStation.Messages;

/// <summary>An outlet of a cloud with a fake gateway, a clock that the test moves, and a log.</summary>
internal sealed class CloudGateway : IDisposable
{
    public static readonly MessageTemplate Template = new(
        "seatConfirmed",
        ["title", "start"],
        new Text("“{title}”已确认，{start} 开始。", "“{title}” 확정, {start}.", En: "“{title}” on {start}.")
    );

    private readonly GatewayLine line;
    private readonly ILoggerFactory loggers;

    public CloudGateway(Outlet outlet, Func<FakeGateway, HttpResponseMessage> answer)
    {
        Gateway = new(answer);
        line = new(Gateway);
        loggers = LoggerFactory.Create(builder => builder.AddProvider(Log));
        var tries = new GatewayTries(line, Time, loggers.CreateLogger<GatewayTries>());
        var cloud = new CloudOptions(
            new Uri("https://sms.example"),
            new GatewayKey("id", "key"),
            "科普e站",
            "1400006666",
            "ap-guangzhou",
            new(new Dictionary<string, string> { ["seatConfirmed:zh"] = "SMS_1", ["seatConfirmed:ko"] = "SMS_2" }),
            LongestParameter: 12
        );
        Outlet = outlet == Messages.Outlet.Aliyun ? new AliyunMessages(cloud, tries, Time) : new TencentMessages(cloud, tries, Time);
    }

    public FakeGateway Gateway { get; }

    public LogLines Log { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));

    public IMessages Outlet { get; }

    public bool HasRaisedAlarm => Log.All.Any(line => line.Contains("refuses what we send", StringComparison.Ordinal));

    public static Message Message(Language language = Language.Zh, string title = "水稻", MessageTemplate? template = null) =>
        new(
            Phone.Parse("13812345678"),
            template ?? Template,
            new Dictionary<string, string> { ["title"] = title, ["start"] = "2026-12-02 09:00" },
            language,
            default
        )
        {
            Id = "training-key-person",
        };

    /// <summary>Sends, and moves the clock while the outlet waits for its next try.</summary>
    public async Task<MessageOutcome> SendAsync(Message message)
    {
        var sending = Task.Run(() => Outlet.SendAsync(message));
        while (!sending.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await sending;
    }

    public static HttpResponseMessage Fail(string kind) =>
        kind switch
        {
            "refused" => throw new HttpRequestException(HttpRequestError.ConnectionError),
            "no such host" => throw new HttpRequestException(HttpRequestError.NameResolutionError),
            "reset" => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            "silent" => throw new TaskCanceledException(),
            "html" => new(HttpStatusCode.OK) { Content = new StringContent("<h1>Welcome</h1>") },
            _ => new((HttpStatusCode)int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture)),
        };

    public void Dispose()
    {
        line.Dispose();
        loggers.Dispose();
    }
}
