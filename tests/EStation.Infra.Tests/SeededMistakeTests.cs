using System.Globalization;
using EStation.Infra.Rules;
using EStation.Infra.Templates;

namespace EStation.Infra;

/// <summary>Mistakes that people make in templates; the linter knows few of them. Each has to be caught.</summary>
public sealed class SeededMistakeTests
{
    private static readonly Mistake[] All =
    [
        new("runtime version 10", "modules/app.bicep", "version: '10.0'", "version: '10'"),
        new("misspelt runtime", "modules/app.bicep", "name: 'dotnet-isolated'", "name: 'dotnet-isolatd'"),
        new("misspelt tier", "modules/app.bicep", "tier: 'FlexConsumption'", "tier: 'FlexConsumtion'"),
        new(
            "deployment by connection string",
            "modules/app.bicep",
            "type: 'UserAssignedIdentity'",
            "type: 'StorageAccountConnectionString'"
        ),
        new("memory 1000", "parameters/global.prod.bicepparam", "memory: 2048", "memory: 1000"),
        new("concurrency left at its default", "parameters/global.prod.bicepparam", "concurrency: 500", "concurrency: 16"),
        new("shared keys on", "modules/account.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true"),
        new("public blobs", "modules/media.bicep", "publicAccess: 'None'", "publicAccess: 'Blob'"),
        new("CORS for everybody", "modules/media.bicep", "allowedOrigins: [siteOrigin]", "allowedOrigins: ['*']"),
        new("another role", "main.bicep", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa4"),
        new(
            "a role too wide",
            "modules/access.bicep",
            "var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'",
            "var secretsUser = '00482a5a-887f-4fb3-b363-3b7fe8e74483'"
        ),
        new(
            "a key in a setting",
            "modules/app.bicep",
            "AzureWebJobsDisableHomepage: 'true'",
            "AzureWebJobsDisableHomepage: host.listKeys().keys[0].value"
        ),
        new("a setting forgotten", "modules/app.bicep", "RollUpSchedule: rollUpSchedule", "RollupSchedules: rollUpSchedule"),
        new(
            "a setting that nothing reads",
            "modules/app.bicep",
            "AzureWebJobsDisableHomepage: 'true'",
            "AzureWebJobsDisableHomepage: 'true'\n    AzureWebJobsStorage__accountName: storageName"
        ),
        new("a table forgotten", "modules/tables.bicep", "  'Documents'\n", ""),
        new(
            "the account map of another account",
            "modules/app.bicep",
            "name: '${storageName}${account.suffix}'",
            "name: '${storageName}x${account.suffix}'"
        ),
        new("an alert on a metric that nobody emits", "modules/alerts.bicep", "estation.outbox.age", "estation.outbox.seconds"),
        new("one cloud's address", "modules/app.bicep", "${environment().suffixes.storage}", "core.windows.net"),
        new("an alert that waits for its table", "modules/alerts.bicep", "skipQueryValidation: true", "skipQueryValidation: false"),
        new("a query of a table that is not there", "modules/alerts.bicep", "union isfuzzy=true AppMetrics, ", "union AppMetrics, "),
        new("fewer instances than most regions allow", "parameters/global.prod.bicepparam", "mostInstances: 40", "mostInstances: 20"),
        new("an assignment without its principal", "modules/grant.bicep", "guid(storage.id, principalId, role)", "guid(storage.id, role)"),
        new("the app owns people's blobs", "main.bicep", "roles: [blobContributor, blobDelegator]", "roles: [blobOwner]"),
        new(
            "a hyphen in the name of a setting",
            "modules/app.bicep",
            "'Messages__Headers__${entry.at}__Name'",
            "'Messages__Headers__${entry.at}__Header-Name'"
        ),
        new(
            "two children of the site at once",
            "modules/app.bicep",
            "    properties: { allow: false }\n    dependsOn: [noFtpPassword]",
            "    properties: { allow: false }"
        ),
        new(
            "the host among people's data",
            "modules/app.bicep",
            "AzureWebJobsStorage__tableServiceUri: host.",
            "AzureWebJobsStorage__tableServiceUri: tables."
        ),
        new("data among the host's", "modules/app.bicep", "Storage__BlobServiceUri: media.", "Storage__BlobServiceUri: host."),
        new("versions of films", "modules/media.bicep", "isVersioningEnabled: false", "isVersioningEnabled: true"),
        new("versions of locks", "modules/host.bicep", "isVersioningEnabled: false", "isVersioningEnabled: true"),
        new(
            "erased films for a month",
            "modules/media.bicep",
            "deleteRetentionPolicy: { enabled: true, days: recoverableDays",
            "deleteRetentionPolicy: { enabled: true, days: 30"
        ),
        new("two weeks asked for", "main.bicep", "param recoverableDays int = 7", "param recoverableDays int = 14"),
        new(
            "backups that are kept deleted",
            "modules/backup.bicep",
            "deleteRetentionPolicy: { enabled: false }",
            "deleteRetentionPolicy: { enabled: true, days: 7 }"
        ),
        new("backups for ever", "modules/backup.bicep", "prefixMatch: ['backups/']", "prefixMatch: ['backup/']"),
        new("three months of network logs", "parameters/global.prod.bicepparam", "auditLogDays = 190", "auditLogDays = 90"),
        new(
            "network logs that are cut off",
            "modules/monitoring.bicep",
            "workspaceCapping: { dailyQuotaGb: -1 }",
            "workspaceCapping: { dailyQuotaGb: 1 }"
        ),
        new("network logs with telemetry", "main.bicep", "monitoring.outputs.auditWorkspaceId", "monitoring.outputs.workspaceId"),
        new("the vault unwatched", "modules/vault.bicep", "category: 'AuditEvent'", "category: 'AzurePolicyEvaluationDetails'"),
        new("reads of films unlogged", "modules/media.bicep", "'StorageRead', ", ""),
        new("tables on the internet", "parameters/global.prod.bicepparam", "privateNetwork = true", "privateNetwork = false"),
        new("a private account that is open", "modules/account.bicep", "private ? 'Deny' : 'Allow'", "'Allow'"),
        new("an endpoint of another service", "modules/tables.bicep", "zones: { table:", "zones: { blob:"),
        new(
            "a name that leads outside",
            "modules/network.bicep",
            "name: 'app'\n        properties: {\n          addressPrefix: '10.90.0.0/25'\n          natGateway: { id: gate.id }",
            "name: 'app'\n        properties: {\n          addressPrefix: '10.90.0.0/25'"
        ),
        new(
            "the subnet of another plan",
            "modules/network.bicep",
            "flex ? 'Microsoft.App/environments'",
            "flex ? 'Microsoft.Web/serverFarms'"
        ),
        new(
            "zones for many timers",
            "modules/app.bicep",
            "properties: { reserved: true }",
            "properties: { reserved: true, zoneRedundant: true }"
        ),
        new("a preview in production", "parameters/global.prod.bicepparam", "rollingUpdates: false", "rollingUpdates: true"),
        new("no lock", "parameters/global.prod.bicepparam", "lockGroup = true", "lockGroup = false"),
        new("telemetry without a limit", "parameters/global.prod.bicepparam", "logGbPerDay = 10", "logGbPerDay = 0"),
        new("no budget", "parameters/global.prod.bicepparam", "monthlyBudget = 1000", "monthlyBudget = 0"),
        new("nobody asks from outside", "parameters/global.prod.bicepparam", "availabilityTest = true", "availabilityTest = false"),
        new("an old version of the API", "modules/host.bicep", "blobServices@2025-06-01", "blobServices@2023-01-01"),
        new("a metric that no chart shows", "modules/workbook.bicep", "estation.outbox.age", "estation.outbox.seconds"),
        new("the platform's errors unwatched", "modules/alerts.bicep", "metricName: 'Http5xx'", "metricName: 'Http4xx'"),
        new(
            "round Front Door",
            "modules/app.bicep",
            "ipSecurityRestrictionsDefaultAction: 'Deny'",
            "ipSecurityRestrictionsDefaultAction: 'Allow'",
            Door: true
        ),
        new(
            "anybody's Front Door",
            "modules/app.bicep",
            "headers: { 'x-azure-fdid': [frontDoorId] }",
            "headers: { 'x-azure-fdid': [] }",
            Door: true
        ),
        new(
            "Front Door taken for everybody",
            "modules/app.bicep",
            "behindFrontDoor ? { Site__FrontDoorId: frontDoorId } : {}",
            "{}",
            Door: true
        ),
        new("a firewall that only looks on", "modules/door.bicep", "mode: 'Prevention'", "mode: 'Detection'", Door: true),
        new(
            "a certificate of the platform",
            "modules/route.bicep",
            "tlsSettings: { certificateType: 'CustomerCertificate'",
            "tlsSettings: { certificateType: 'ManagedCertificate'",
            Door: true
        ),
        new(
            "another domain",
            "parameters/global.prod.bicepparam",
            "domain: 'estation.example.org'",
            "domain: 'www.estation.example.org'",
            Door: true
        ),
        new("Front Door unlogged", "modules/door.bicep", "'FrontDoorAccessLog', ", "", Door: true),
    ];

    /// <summary>Three, others each day; all with <c>ESTATION_DEEP=1</c>.</summary>
    public static TheoryData<string> Mistakes
    {
        get
        {
            var seed = int.Parse(DateTime.UtcNow.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            var shuffled = All.Select(mistake => mistake.Name).ToArray();
            new Random(seed).Shuffle(shuffled);
            return [.. Environment.GetEnvironmentVariable("ESTATION_DEEP") == "1" ? shuffled : shuffled[..3]];
        }
    }

    [Fact]
    public void Every_mistake_has_a_name_of_its_own() => Assert.Equal(All.Length, All.Select(mistake => mistake.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_caught(string name)
    {
        var mistake = All.Single(one => one.Name == name);
        using var bench = new Workbench();
        bench.Replace(mistake.File, mistake.Text, mistake.By);
        var (deployment, errors) = await bench.PredictAsync("global.prod.bicepparam" + (mistake.Door ? Workbench.Door : ""));
        var findings = deployment is null ? [errors] : TemplateRule.Findings(deployment);
        if (findings.Count == 0)
            findings = await bench.LintAsync("global.prod.bicepparam");
        Assert.NotEmpty(findings);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("\n", findings));
    }

    private sealed record Mistake(string Name, string File, string Text, string By, bool Door = false);
}
