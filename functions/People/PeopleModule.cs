using EStation.Audit;
using EStation.Counting;
using EStation.Identity;
using EStation.Ledger;
using EStation.Privacy;
using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.People;

/// <summary>People: sign-in, profiles, roles and their audit.</summary>
public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services, SettingReader read) =>
        services
            .AddSingleton(SecretsOptions.Read(read))
            .AddSingleton(SignInOptions.Read(read))
            .AddSingleton<Identity.Secrets>()
            .AddSingleton<Tokens>()
            .AddSingleton<Pseudonyms>()
            .AddSingleton<PhoneVault>()
            .AddSingleton<Callers>()
            .AddSingleton<PersonTable>()
            .AddSingleton<PersonResponses>()
            .AddSingleton<GrantTable>()
            .AddSingleton<AuditTable>()
            .AddSingleton<Roles>()
            .AddSingleton<Registrations>()
            .AddSingleton<PhoneTable>()
            .AddSingleton<PlaceTable>()
            .AddSingleton<MessageBudget>()
            .AddSingleton<Challenges>()
            .AddSingleton<Proofs>()
            .AddSingleton<SignInLimits>()
            .AddSingleton<IPersonalData, ProfileData>()
            .AddSingleton<IRecount, RegistrationRecount>()
            .AddNews<PersonRegistered>();
}
