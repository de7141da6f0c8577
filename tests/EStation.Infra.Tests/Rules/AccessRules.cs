using System.Text.RegularExpressions;
using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

internal static partial class AccessRules
{
    private static readonly Dictionary<string, string> RoleNames = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static IEnumerable<string> The_app_has_one_identity_of_its_own(Deployment deployment) =>
        [
            .. TemplateRule.Expect(deployment.Site, "identity.type", "UserAssigned"),
            .. deployment.Of("Microsoft.ManagedIdentity/userAssignedIdentities").Count() == 1
                ? Array.Empty<string>()
                : ["there is not one identity"],
            .. deployment.Site["properties.keyVaultReferenceIdentity"]?.Contains(".outputs.id.", StringComparison.Ordinal) == true
                ? Array.Empty<string>()
                : ["secrets are not read with the identity"],
        ];

    /// <summary>HTTP and timers need no queue, so there is no role for queues.</summary>
    public static IEnumerable<string> The_identity_may_do_what_it_needs_and_no_more(Deployment deployment) =>
        TemplateRule.Same(
            "roles",
            [
                $"{deployment.MainAccount}: Storage Blob Data Owner",
                $"kv-{deployment.Parameter("name")}: Key Vault Secrets User",
                $"appi-{deployment.Parameter("name")}: Monitoring Metrics Publisher",
                .. deployment.Of("Microsoft.Storage/storageAccounts").Select(account => $"{account.Name}: Storage Table Data Contributor"),
            ],
            deployment.Of("Microsoft.Authorization/roleAssignments").Select(RoleOf)
        );

    public static IEnumerable<string> Roles_are_given_to_the_identity(Deployment deployment) =>
        deployment
            .Of("Microsoft.Authorization/roleAssignments")
            .Where(role =>
                role["properties.principalId"]?.Contains(".outputs.principalId.", StringComparison.Ordinal) != true
                || role["properties.principalType"] != "ServicePrincipal"
            )
            .Select(role => $"{RoleOf(role)} is given to {role["properties.principalId"]}");

    public static IEnumerable<string> No_key_is_anywhere(Deployment deployment) =>
        Keys().Matches(deployment.Text).Select(match => $"{match.Value} is in the template").Distinct();

    public static IEnumerable<string> The_master_secret_cannot_be_lost(Deployment deployment)
    {
        var vault = deployment.Of("Microsoft.KeyVault/vaults").Single();
        return
        [
            .. TemplateRule.Expect(vault, "properties.enableRbacAuthorization", "true"),
            .. TemplateRule.Expect(vault, "properties.enableSoftDelete", "true"),
            .. TemplateRule.Expect(vault, "properties.enablePurgeProtection", "true"),
        ];
    }

    private static string RoleOf(Resource assignment)
    {
        // The scope is the resource whose id the assignment's own id extends.
        var scope = Scope().Match(assignment.Id).Groups["name"].Value;
        var role = Guids().Match(assignment["properties.roleDefinitionId"]!).Value;
        return $"{(scope.Length > 0 ? scope : "everything")}: {RoleNames.GetValueOrDefault(role, role)}";
    }

    [GeneratedRegex(@"^\[if\(equals\(resourceId\([^()]*\([^()]*\)?[^()]*'(?<name>[\w-]+)'\), '/'\)")]
    private static partial Regex Scope();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guids();

    [GeneratedRegex(
        "listKeys|listAccountSas|listServiceSas|listConnectionStrings|AccountKey|SharedAccess(Key|Signature)|DefaultEndpointsProtocol|UseDevelopmentStorage",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Keys();
}
