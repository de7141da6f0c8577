using System.Globalization;
using System.Text.RegularExpressions;
using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

/// <summary>China's Cybersecurity Law asks for network logs of six months; an audit trail is kept in both clouds.</summary>
internal static partial class AuditRules
{
    private const int SixMonths = 184;

    public static IEnumerable<string> Logs_of_network_and_audit_are_kept_six_months_and_never_cut_off(Deployment deployment)
    {
        var workspace = deployment
            .Of("Microsoft.OperationalInsights/workspaces")
            .Single(one => one.Name.StartsWith("audit-", StringComparison.Ordinal));
        return
        [
            .. deployment.Production && int.Parse(workspace["properties.retentionInDays"]!, CultureInfo.InvariantCulture) < SixMonths
                ? [$"network logs are kept {workspace["properties.retentionInDays"]} days"]
                : Array.Empty<string>(),
            .. TemplateRule.Expect(workspace, "properties.workspaceCapping.dailyQuotaGb", "-1"),
        ];
    }

    public static IEnumerable<string> What_happens_at_storage_vault_site_and_subscription_is_logged(Deployment deployment)
    {
        var name = deployment.Parameter("name");
        var logs = deployment.Of("Microsoft.Insights/diagnosticSettings").ToList();
        return
        [
            .. logs.Where(log => log["properties.workspaceId"]?.Contains(".outputs.auditWorkspaceId.", StringComparison.Ordinal) != true)
                .Select(log => $"a log of {ScopeOf(log)} goes elsewhere"),
            .. TemplateRule.Same(
                "logged",
                [
                    "subscription: Administrative, Security, Policy, Alert",
                    $"kv-{name}: AuditEvent",
                    $"{name}: allLogs",
                    $"{deployment.MediaAccount}: StorageRead, StorageWrite, StorageDelete",
                    $"{deployment.BackupAccount}: StorageRead, StorageDelete",
                    $"{deployment.HostAccount}: StorageDelete",
                    .. deployment.AccountsOfTables.Select(account => $"{account}: StorageDelete"),
                    .. deployment.BehindFrontDoor
                        ? [$"afd-{name}: FrontDoorAccessLog, FrontDoorWebApplicationFirewallLog"]
                        : Array.Empty<string>(),
                ],
                logs.Select(log => $"{ScopeOf(log)}: {CategoriesOf(log)}")
            ),
        ];
    }

    private static string CategoriesOf(Resource log) =>
        string.Join(", ", log.Properties["logs"]!.AsArray().Select(one => (string?)one!["category"] ?? (string?)one["categoryGroup"]));

    private static string ScopeOf(Resource log) =>
        Scope().Match(log.Id) is { Success: true } match ? match.Groups["name"].Value : "subscription";

    [GeneratedRegex(@"^\[if\(equals\(resourceId\([^()]*\(\)[^()]*'[\w.-]+', '[\w./-]+', '(?<name>[\w-]+)'(, 'default')?\), '/'\)")]
    private static partial Regex Scope();
}
