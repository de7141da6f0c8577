using Azure.Data.Tables;
using EStation.Messages;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace EStation.Trainings.Notices;

/// <summary>Telling everybody, by an outlet that does not take everything.</summary>
public class NoticesTests(TestStorage storage)
{
    private const int Villagers = 40;

    [Fact]
    public async Task A_number_that_is_none_and_one_that_fails_keep_nobody_from_being_told_and_nobody_is_told_twice()
    {
        string[] phones = [.. Enumerable.Range(0, Villagers).Select(_ => Farmer.NewPhone())];
        var (none, failing, mended) = (phones[3], phones[20], phones[21]);
        var told = new List<string>();
        var broken = new HashSet<string> { failing, mended };
        await using var host = await StartAsync(message =>
        {
            if (message.Phone.Digits == none)
                throw new MessageRefusedException("No such number.");
            if (broken.Contains(message.Phone.Digits))
                throw new UnavailableException("The outlet fails for this one.");
            lock (told)
                told.Add(message.Phone.Digits);
        });
        var (training, other) = (await Class.AnnounceAsync(host, capacity: Villagers), await Class.AnnounceAsync(host, capacity: 1));
        await training.SignUpAsync(training.Official, new { people = phones.Select((phone, at) => new { phone, name = $"村民{at}" }) });
        await other.SignUpAsync(other.Official);
        await training.Official.DeleteAsync(training.Path);
        await other.Official.DeleteAsync(other.Path);

        Assert.NotNull(await Record.ExceptionAsync(host.RollUpAsync));
        Assert.Equal(phones.Except([none, failing, mended]).Append(Class.AdministratorPhone).Order(), told.Order());
        broken.Remove(mended);
        Assert.NotNull(await Record.ExceptionAsync(host.RollUpAsync));
        Assert.Equal(phones.Except([none, failing]).Append(Class.AdministratorPhone).Order(), told.Order());

        // After a day the one that fails is given up.
        host.Time.Advance(Notice.Patience);
        await host.RollUpAsync();
        broken.Clear();
        await host.RollUpAsync();
        Assert.DoesNotContain(failing, told);
    }

    [Fact]
    public async Task A_notice_in_which_another_instance_has_noted_whom_it_missed_is_not_taken_away()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        await training.SignUpAsync(await Farmer.SignUpAsync(host));
        await training.Official.DeleteAsync(training.Path);
        var ledger = new TableClient(host.ConnectionString, "Ledger");
        List<TableEntity> Notices() =>
            [
                .. ledger
                    .Query<TableEntity>()
                    .Where(row => row.RowKey.StartsWith(TrainingKeys.Notices(training.Id), StringComparison.Ordinal)),
            ];
        host.Meter.Hold = async request =>
        {
            if (request.Method != Azure.Core.RequestMethod.Delete || !request.Uri.Path.Contains("notice", StringComparison.Ordinal))
                return;
            host.Meter.Hold = _ => Task.CompletedTask;
            var row = Assert.Single(Notices());
            row["Missed"] = "1";
            await ledger.UpdateEntityAsync(row, row.ETag);
        };
        Assert.NotNull(await Record.ExceptionAsync(host.RollUpAsync));
        Assert.Single(Notices());
        await host.RollUpAsync(); // the mark has stayed
        Assert.Empty(Notices());
    }

    [Fact]
    public async Task An_outlet_that_takes_nothing_is_not_asked_for_everybody_each_minute()
    {
        var (told, asked, away) = (new List<string>(), 0, true);
        await using var host = await StartAsync(message =>
        {
            Interlocked.Increment(ref asked);
            if (away)
                throw new UnavailableException("The outlet is away.");
            lock (told)
                told.Add(message.Phone.Digits);
        });
        string[] phones = [.. Enumerable.Range(0, Villagers).Select(_ => Farmer.NewPhone())];
        var training = await Class.AnnounceAsync(host, capacity: Villagers);
        await training.SignUpAsync(training.Official, new { people = phones.Select((phone, at) => new { phone, name = $"村民{at}" }) });
        await training.Official.DeleteAsync(training.Path);

        Assert.NotNull(await Record.ExceptionAsync(host.RollUpAsync));
        Assert.Equal(16, asked);
        away = false;
        await host.RollUpAsync();
        Assert.Equal(phones.Order(), told.Order());
    }

    /// <summary>A host whose messages, but for the codes of signing in, go to the test.</summary>
    private async Task<TestHost> StartAsync(Action<Message> send)
    {
        TestHost? host = null;
        var messages = new Mock<IMessages>();
        messages
            .Setup(outlet => outlet.SendAsync(It.IsAny<Message>()))
            .Returns(
                async (Message message) =>
                {
                    if (message.Text.Contains("为您报名", StringComparison.Ordinal))
                        return; // that they were signed up is told by tests of their own
                    if (message.Code is null)
                        send(message);
                    else
                        await host!.Get<LocalMessages>().SendAsync(message);
                }
            );
        return host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = Class.AdministratorPhone },
            services: services => services.AddSingleton(messages.Object)
        );
    }
}
