using EStation.Counting;
using EStation.Identity;
using EStation.Ledger;
using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.People;

public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services, SettingReader read) =>
        services
            .AddSingleton(SecretsOptions.Read(read))
            .AddSingleton<Identity.Secrets>()
            .AddSingleton<Tokens>()
            .AddSingleton<Pseudonyms>()
            .AddSingleton<PhoneVault>()
            .AddSingleton<PersonTable>()
            .AddSingleton<PhoneTable>()
            .AddSingleton<ErasureTable>()
            .AddSingleton<Registrations>()
            .AddSingleton<IRecount, RegistrationRecount>()
            .AddNews<PersonRegistered>();
}
