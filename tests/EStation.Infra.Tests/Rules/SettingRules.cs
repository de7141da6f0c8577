using System.Reflection;
using EStation.Infra.Templates;
using EStation.Messages;
using EStation.Settings;

namespace EStation.Infra.Rules;

internal static class SettingRules
{
    private const string Accounts = "Storage__Accounts__";

    public static IEnumerable<string> Every_setting_that_is_read_is_set_and_no_other(Deployment deployment) =>
        [
            .. SettingList
                .All.Where(setting => setting.SetBy == SetBy.Template && !deployment.Settings.Keys.Any(setting.IsNamed))
                .Select(setting => $"{setting.Variable} is not set (functions/Settings/SettingList.cs and infra/modules/app.bicep)"),
            .. deployment
                .Settings.Keys.Where(name => !SettingList.All.Any(setting => setting.SetBy != SetBy.Developer && setting.IsNamed(name)))
                .Select(name => $"{name} is set, and nothing reads it"),
            .. deployment.Settings.Where(setting => setting.Value.Length == 0).Select(setting => $"{setting.Key} is empty"),
        ];

    // Flex has them in functionAppConfig and refuses a deployment that sets them.
    public static IEnumerable<string> What_flex_refuses_is_set_elsewhere_only(Deployment deployment)
    {
        string[] fixedByFlex = ["FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "WEBSITE_RUN_FROM_PACKAGE"];
        return deployment.Flex
            ? fixedByFlex.Where(deployment.Settings.ContainsKey).Select(name => $"{name} is refused by Flex Consumption")
            : TemplateRule.Same(
                "dedicated",
                ["~4", "dotnet-isolated", "1"],
                fixedByFlex.Select(name => deployment.Settings.GetValueOrDefault(name, "nothing"))
            );
    }

    // With a name instead of addresses the host builds global Azure's.
    public static IEnumerable<string> The_host_finds_its_storage_by_address_and_identity(Deployment deployment)
    {
        if (deployment.Settings.GetValueOrDefault("AzureWebJobsStorage__credential") != "managedidentity")
            yield return "the host does not use the identity";
        foreach (var service in new[] { "blob", "table" })
        {
            if (
                deployment
                    .Settings.GetValueOrDefault($"AzureWebJobsStorage__{service}ServiceUri")
                    ?.Contains($"'{deployment.HostAccount}'), '2025-06-01').primaryEndpoints.{service}]", StringComparison.Ordinal) != true
            )
                yield return $"the address of the {service} service is not the host's account";
        }
    }

    public static IEnumerable<string> Data_are_apart_from_what_the_host_keeps(Deployment deployment) =>
        new[]
        {
            (Setting: "Storage__TableServiceUri", Account: deployment.MainAccount),
            (Setting: "Storage__BlobServiceUri", Account: deployment.MediaAccount),
            (Setting: "Backups__BlobServiceUri", Account: deployment.BackupAccount),
        }
            .Where(one =>
                deployment.Settings.GetValueOrDefault(one.Setting)?.Contains($"'{one.Account}'", StringComparison.Ordinal) != true
            )
            .Select(one => $"{one.Setting} is not {one.Account}");

    // The platform refuses others; a header's name is therefore a value.
    public static IEnumerable<string> Names_have_letters_digits_dots_and_underscores(Deployment deployment) =>
        deployment
            .Settings.Keys.Where(name => !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_'))
            .Select(name => $"{name} is no name of a setting");

    public static IEnumerable<string> Secrets_are_references_to_the_vault(Deployment deployment) =>
        deployment
            .Settings.Where(setting =>
                setting.Key.StartsWith("Secrets__", StringComparison.Ordinal)
                && !setting.Value.Contains("@Microsoft.KeyVault(SecretUri=", StringComparison.Ordinal)
            )
            .Select(setting => $"{setting.Key} is {setting.Value}");

    // The local outlet keeps codes in a table and writes them to the log.
    public static IEnumerable<string> In_production_messages_go_to_a_gateway_whose_key_is_in_the_vault(Deployment deployment) =>
        [
            .. !deployment.Production || ReachesPhones(deployment) ? Array.Empty<string>() : ["messages do not reach phones"],
            .. deployment
                .Settings.Where(setting =>
                    IsMessageSecret(setting.Key) && !setting.Value.Contains("@Microsoft.KeyVault(SecretUri=", StringComparison.Ordinal)
                )
                .Select(setting => $"{setting.Key} is written out"),
        ];

    private static IEnumerable<MessageTemplate> Templates { get; } =
        typeof(MessageTemplate)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Select(one => one.FieldType == typeof(MessageTemplate) ? one.GetValue(null) : null)
            .OfType<MessageTemplate>();

    private static bool ReachesPhones(Deployment deployment) =>
        deployment.Settings["Messages__Outlet"] switch
        {
            "http" => deployment.Settings.GetValueOrDefault("Messages__Url", "").StartsWith("https://", StringComparison.Ordinal),
            "aliyun" => HasTemplates(deployment),
            "tencent" => HasTemplates(deployment) && deployment.Settings.ContainsKey("Messages__AppId"),
            _ => false,
        };

    private static bool HasTemplates(Deployment deployment) =>
        Templates.All(template => deployment.Settings.ContainsKey($"Messages__Templates__{template.Name}__zh"))
        && deployment.Settings.ContainsKey("Messages__KeyId")
        && deployment.Settings.ContainsKey("Messages__KeySecret");

    private static bool IsMessageSecret(string name) =>
        name is "Messages__KeyId" or "Messages__KeySecret" or "Messages__ReceiptsSecret"
        || (name.StartsWith("Messages__Headers__", StringComparison.Ordinal) && name.EndsWith("__Value", StringComparison.Ordinal));

    public static IEnumerable<string> Every_further_account_has_its_counties(Deployment deployment)
    {
        var mapped = deployment.Settings.Where(setting => setting.Key.StartsWith(Accounts, StringComparison.Ordinal)).ToList();
        var further = deployment.AccountsOfTables.Where(name => name != deployment.MainAccount).ToList();
        return
        [
            .. mapped
                .Where(setting =>
                    !further.Any(account =>
                        setting.Value == $"[format('https://{{0}}.table.{{1}}', '{account}', environment().suffixes.storage)]"
                    )
                )
                .Select(setting => $"{setting.Key} leads to no account: {setting.Value}"),
            .. further
                .Where(account => !mapped.Any(setting => setting.Value.Contains($"'{account}'", StringComparison.Ordinal)))
                .Select(account => $"{account} has no counties"),
            .. mapped
                .Select(setting => setting.Key[Accounts.Length..])
                .Where(prefix => prefix.Length is < 2 or > 6 || !prefix.All(char.IsAsciiDigit))
                .Select(prefix => $"{prefix} is no prefix of county codes"),
        ];
    }

    public static IEnumerable<string> Telemetry_goes_by_the_identity_where_that_is_documented(Deployment deployment)
    {
        var by = deployment.Parameter("telemetryByIdentity") == "true";
        return
        [
            .. TemplateRule.Expect(
                deployment.Of("Microsoft.Insights/components").Single(),
                "properties.DisableLocalAuth",
                by ? "true" : "false"
            ),
            .. deployment.Settings.ContainsKey("APPLICATIONINSIGHTS_AUTHENTICATION_STRING") == by
                ? Array.Empty<string>()
                : ["the app authenticates otherwise than Application Insights expects"],
        ];
    }
}
