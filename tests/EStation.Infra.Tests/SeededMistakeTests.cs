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
        new("shared keys on", "modules/storage.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true"),
        new("shared keys on, in a ledger account", "modules/ledger.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true"),
        new("public blobs", "modules/storage.bicep", "publicAccess: 'None'", "publicAccess: 'Blob'"),
        new("CORS for everybody", "modules/storage.bicep", "allowedOrigins: [siteOrigin]", "allowedOrigins: ['*']"),
        new("another role", "modules/storage.bicep", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa4"),
        new(
            "a role too wide",
            "modules/vault.bicep",
            "var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'",
            "var secretsUser = '00482a5a-887f-4fb3-b363-3b7fe8e74483'"
        ),
        new(
            "a key in a setting",
            "modules/app.bicep",
            "AzureWebJobsDisableHomepage: 'true'",
            "AzureWebJobsDisableHomepage: storage.listKeys().keys[0].value"
        ),
        new("a setting forgotten", "modules/app.bicep", "RollUpSchedule: rollUpSchedule", "RollupSchedules: rollUpSchedule"),
        new(
            "a setting that nothing reads",
            "modules/app.bicep",
            "AzureWebJobsDisableHomepage: 'true'",
            "AzureWebJobsDisableHomepage: 'true'\n    AzureWebJobsStorage__accountName: storageName"
        ),
        new("a table forgotten", "modules/storage.bicep", "  'Documents'\n", ""),
        new(
            "the account map of another account",
            "modules/app.bicep",
            "name: '${storageName}${account.suffix}'",
            "name: '${storageName}x${account.suffix}'"
        ),
        new("an alert on a metric that nobody emits", "modules/alerts.bicep", "estation.outbox.age", "estation.outbox.seconds"),
        new(
            "a restore that reaches back too far",
            "modules/storage.bicep",
            "restorePolicy: { enabled: true, days: 29 }",
            "restorePolicy: { enabled: true, days: 30 }"
        ),
        new("one cloud's address", "modules/app.bicep", "${environment().suffixes.storage}", "core.windows.net"),
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
    public void There_are_twenty_mistakes() => Assert.Equal(20, All.Select(mistake => mistake.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_caught(string name)
    {
        var mistake = All.Single(one => one.Name == name);
        using var bench = new Workbench();
        bench.Replace(mistake.File, mistake.Text, mistake.By);
        var (deployment, errors) = await bench.PredictAsync("global.prod.bicepparam");
        var findings = deployment is null ? [errors] : TemplateRule.Findings(deployment);
        if (findings.Count == 0)
            findings = await bench.LintAsync("global.prod.bicepparam");
        Assert.NotEmpty(findings);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("\n", findings));
    }

    private sealed record Mistake(string Name, string File, string Text, string By);
}
