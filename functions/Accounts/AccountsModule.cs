using EStation.Accounts.Documents;
using EStation.Accounts.SignIn;
using EStation.Privacy;
using EStation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Accounts;

public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, SettingReader read) =>
        services
            .AddSingleton(SignInOptions.Read(read))
            .AddSingleton(OperatorOptions.Read(read))
            .AddSingleton<LegalDocuments>()
            .AddSingleton<PersonResponses>()
            .AddSingleton<NetworkTable>()
            .AddSingleton<MessageBudget>()
            .AddSingleton<Challenges>()
            .AddSingleton<Proofs>()
            .AddSingleton<SignInLimits>()
            .AddSingleton<IPersonalData, ProfileData>();
}
