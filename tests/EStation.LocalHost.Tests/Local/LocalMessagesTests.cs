using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.LocalHost;

public sealed class LocalMessagesTests(SharedAzurite azurite) : IAsyncLifetime
{
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        host = await RunningHost.StartAsync([typeof(Shadow)], settings: new() { ["AzureWebJobsStorage"] = azurite.ConnectionString });

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_messages_to_a_phone_are_shown_newest_first_and_at_most_fifty()
    {
        var table = new TableClient(azurite.ConnectionString, LocalMessages.Table);
        await table.CreateIfNotExistsAsync(Cancellation);
        foreach (var number in Enumerable.Range(0, 60))
            await table.AddEntityAsync(Row("+8613900000001", number), Cancellation);
        await table.AddEntityAsync(Row("+8613900000002", 1), Cancellation);
        await table.AddEntityAsync(Row("+8613900000003", 60), Cancellation);

        foreach (var phone in new[] { "13900000001", "%2B8613900000001", "+8613900000001" })
        {
            var messages = await host.Client.GetFromJsonAsync<LocalMessage[]>(Messages(phone), Cancellation);
            Assert.Equal(Enumerable.Range(10, 50).Reverse().Select(number => $"Text {number}"), messages!.Select(message => message.Text));
            Assert.Equal(new LocalMessage("+8613900000001", "Text 59", "challenge", "000059", Sent(59).UtcDateTime), messages![0]);
        }

        var ofAll = await host.Client.GetFromJsonAsync<LocalMessage[]>(new Uri("local/messages", UriKind.Relative), Cancellation);
        Assert.Equal("+8613900000003", ofAll![0].Phone);
        Assert.Equal(50, ofAll.Length);
        Assert.Contains(
            $"\"sentAt\":\"{Sent(60):yyyy-MM-dd'T'HH:mm:ss'Z'}\"",
            await host.Client.GetStringAsync(new Uri("local/messages", UriKind.Relative), Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_phone_without_messages_has_an_empty_list() =>
        Assert.Equal("[]", await host.Client.GetStringAsync(Messages("13911111111"), Cancellation));

    [Theory]
    [InlineData("")]
    [InlineData("1390000000")]
    [InlineData("+1390000000011")]
    [InlineData("23900000000")]
    public async Task What_is_no_phone_is_refused(string phone) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.GetAsync(Messages(phone), Cancellation)).StatusCode);

    private static Uri Messages(string phone) => new($"local/messages?phone={phone}", UriKind.Relative);

    private static DateTimeOffset Sent(int number) => DateTimeOffset.UnixEpoch.AddSeconds(number);

    private static TableEntity Row(string phone, int number) =>
        new(phone, (long.MaxValue - Sent(number).Ticks).ToString("D19", CultureInfo.InvariantCulture))
        {
            ["Text"] = $"Text {number}",
            ["Challenge"] = "challenge",
            ["Code"] = number.ToString("D6", CultureInfo.InvariantCulture),
            ["SentAt"] = Sent(number),
        };

    private sealed class Shadow
    {
        [Function("Shadow")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
            Results.Text(request.Path.Value);
    }
}
