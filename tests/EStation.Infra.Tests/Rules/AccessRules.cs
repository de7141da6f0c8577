using System.Text.RegularExpressions;
using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

internal static partial class AccessRules
{
    private static readonly Dictionary<string, string> RoleNames = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["db58b8e5-c6ad-4a2a-8342-4190687cbf4a"] = "Storage Blob Delegator",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static IEnumerable<string> The_app_has_one_identity_of_its_own(Deployment deployment) =>
        [
            .. TemplateRule.Expect(deployment.Site, "identity.type", "UserAssigned"),
            .. deployment.Of("Microsoft.ManagedIdentity/userAssignedIdentities").Count() == (deployment.BehindFrontDoor ? 2 : 1)
                ? Array.Empty<string>()
                : ["there is not one identity, and one of Front Door"],
            .. deployment.Site["properties.keyVaultReferenceIdentity"]?.Contains(".outputs.id.", StringComparison.Ordinal) == true
                ? Array.Empty<string>()
                : ["secrets are not read with the identity"],
        ];

    /// <summary>
    /// HTTP and timers need no queue, so there is no role for queues. Of people's blobs the app is no owner: it could change who may read
    /// them.
    /// </summary>
    public static IEnumerable<string> The_identity_may_do_what_it_needs_and_no_more(Deployment deployment) =>
        TemplateRule.Same(
            "roles",
            [
                $"{deployment.HostAccount}: Storage Blob Data Owner",
                $"{deployment.HostAccount}: Storage Table Data Contributor",
                $"{deployment.MediaAccount}: Storage Blob Data Contributor",
                $"{deployment.MediaAccount}: Storage Blob Delegator",
                $"{deployment.BackupAccount}: Storage Blob Data Contributor",
                $"kv-{deployment.Parameter("name")}: Key Vault Secrets User",
                $"appi-{deployment.Parameter("name")}: Monitoring Metrics Publisher",
                .. deployment.AccountsOfTables.Select(account => $"{account}: Storage Table Data Contributor"),
            ],
            deployment.Of("Microsoft.Authorization/roleAssignments").Where(role => !IsOfDoor(role)).Select(RoleOf)
        );

    public static IEnumerable<string> Front_door_may_read_its_certificate_and_no_more(Deployment deployment) =>
        TemplateRule.Same(
            "roles of Front Door",
            deployment.BehindFrontDoor ? [$"kv-{deployment.Parameter("name")}: Key Vault Secrets User"] : [],
            deployment.Of("Microsoft.Authorization/roleAssignments").Where(IsOfDoor).Select(RoleOf)
        );

    /// <summary>An assignment cannot be given to another principal: a name without it breaks when the identity was made anew.</summary>
    public static IEnumerable<string> An_assignment_is_named_by_scope_principal_and_role(Deployment deployment) =>
        deployment
            .Of("Microsoft.Authorization/roleAssignments")
            .Where(role =>
                !role.Name.StartsWith("[guid(resourceId(", StringComparison.Ordinal)
                || !role.Name.Contains(".outputs.principalId.", StringComparison.Ordinal)
                || !role.Name.Contains(Guids().Match(role["properties.roleDefinitionId"]!).Value, StringComparison.Ordinal)
            )
            .Select(role => $"{RoleOf(role)} is named {role.Name}");

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

    private static bool IsOfDoor(Resource assignment) =>
        assignment["properties.principalId"]?.Contains("'door", StringComparison.Ordinal) == true;

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
