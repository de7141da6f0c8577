using EStation.Messages;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace EStation.Trainings;

/// <summary>Telling everybody, by an outlet that does not take everything.</summary>
public class NoticesTests(TestStorage storage)
{
    private const int Villagers = 40;

    [Fact]
    public async Task A_number_that_is_none_and_an_outlet_that_fails_keep_nobody_from_being_told_and_few_are_told_again()
    {
        string[] phones = [.. Enumerable.Range(0, Villagers).Select(_ => Farmer.NewPhone())];
        var (told, failing) = (new List<string>(), true);
        var messages = new Mock<IMessages>();
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = Class.AdministratorPhone },
            services: services => services.AddSingleton(messages.Object)
        );
        messages.Setup(outlet => outlet.SendAsync(It.IsAny<Message>())).Returns((Message message) => SendAsync(host, message));
        var (training, other) = (await Class.AnnounceAsync(host, capacity: Villagers), await Class.AnnounceAsync(host, capacity: 1));
        await training.SignUpAsync(training.Official, new { people = phones.Select((phone, at) => new { phone, name = $"村民{at}" }) });
        await other.SignUpAsync(other.Official);
        await training.Official.DeleteAsync(training.Path);
        await other.Official.DeleteAsync(other.Path);

        Assert.NotNull(await Record.ExceptionAsync(host.RollUpAsync));
        Assert.Contains(Class.AdministratorPhone, told);
        failing = false;
        await host.RollUpAsync();
        await host.RollUpAsync();
        Assert.Equal(phones.Where((_, at) => at != 3).Append(Class.AdministratorPhone).Order(), told.Distinct().Order());
        Assert.All(phones.Take(16).Where((_, at) => at != 3), phone => Assert.Single(told, phone));

        async Task SendAsync(TestHost app, Message message)
        {
            if (message.Code is not null)
            {
                await app.Get<LocalMessages>().SendAsync(message);
                return;
            }

            if (message.Phone.Digits == phones[3])
                throw new MessageRefusedException("No such number.");
            if (message.Phone.Digits == phones[20] && failing)
                throw new UnavailableException("The outlet is away.");
            lock (told)
                told.Add(message.Phone.Digits);
        }
    }
}
