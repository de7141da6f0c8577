using Azure.Data.Tables;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Trainings.Notices;

public class RemindersTests(TestStorage storage)
{
    [Fact]
    public async Task Who_has_a_place_is_reminded_the_day_before_and_once()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (confirmed, _) = await training.TicketAsync();
        var (waiting, _) = await training.TicketAsync();
        await RunAsync(host);
        Assert.Equal((0, 0), (Reminders(host, confirmed), Reminders(host, waiting)));

        host.Time.Advance(TimeSpan.FromDays(2));
        await RunAsync(host);
        await RunAsync(host);
        Assert.Equal((1, 0), (Reminders(host, confirmed), Reminders(host, waiting)));
    }

    [Fact]
    public async Task A_notice_whose_sender_died_is_sent_again_and_arrives_once()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (confirmed, _) = await training.TicketAsync();
        host.Time.Advance(TimeSpan.FromDays(2));
        host.Meter.Faults = (request, when) =>
            request.Method == Azure.Core.RequestMethod.Delete
            && request.Uri.ToUri().AbsolutePath.Contains("notice", StringComparison.Ordinal)
            && when == When.BeforeSending
                ? Fault.Disconnect
                : Fault.None;
        await Record.ExceptionAsync(() => RunAsync(host));
        Assert.Equal(1, Reminders(host, confirmed));
        host.Meter.Faults = (_, _) => Fault.None;
        await RunAsync(host);
        Assert.Equal(1, Reminders(host, confirmed));
        Assert.Empty(new TableClient(host.ConnectionString, "Ledger").Query<TableEntity>("RowKey ge 'notice|' and RowKey lt 'notice}'"));
    }

    private static async Task RunAsync(TestHost host)
    {
        await ActivatorUtilities.CreateInstance<SendReminders>(host.Services).Run(new());
        await host.RollUpAsync();
    }

    private static int Reminders(TestHost host, Farmer farmer) =>
        new TableClient(host.ConnectionString, "LocalMessages")
            .Query<TableEntity>(row => row.PartitionKey == "+86" + farmer.Phone)
            .Count(row => row.GetString("Text").Contains("提醒", StringComparison.Ordinal));
}
