using System.Globalization;
using System.Text.RegularExpressions;
using EStation.Infra.Templates;

namespace EStation.Infra;

/// <summary>Workflows, azure.yaml and docs speak of files, outputs and alerts: what they name has to be there.</summary>
public sealed partial class DeliveryTests
{
    private static readonly string Deploy = Read(".github", "workflows", "deploy.yml");

    [Fact]
    public void Every_parameter_file_can_be_deployed() =>
        Assert.Equal(
            Repository.ParameterFiles,
            Options().Match(Deploy).Groups["list"].Value.Split(", ").Order(StringComparer.Ordinal).Select(target => $"{target}.bicepparam")
        );

    [Fact]
    public void What_workflows_and_azd_run_is_there()
    {
        var scripts = new[]
        {
            Deploy,
            Read("azure.yaml"),
            Read(".github", "workflows", "probe.yml"),
            Read(".github", "workflows", "test.yml"),
            Read("docs", "operations.md"),
        }
            .SelectMany(text => Scripts().Matches(text).Select(match => match.Value))
            .Distinct()
            .ToList();
        Assert.Contains("scripts/provision", scripts);
        Assert.All(scripts, script => Assert.True(File.Exists(Path.Combine(Repository.Root, script)), script));
        Assert.Contains(
            $"'azd-service-name': '{AzdService().Match(Read("azure.yaml")).Groups["name"].Value}'",
            Read("infra", "modules", "app.bicep"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_workflow_uses_outputs_that_the_template_has()
    {
        var outputs = Outputs().Matches(Read("infra", "main.bicep")).Select(match => match.Groups["name"].Value).ToList();
        Assert.All(["AZURE_RESOURCE_GROUP", "AZURE_FUNCTION_APP", "SITE_URL"], name => Assert.Contains(name, outputs));
        Assert.Contains("AZURE_KEY_VAULT", outputs);
        Assert.DoesNotContain("secrets.", Deploy, StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_say_what_every_alert_means_and_what_every_metric_is()
    {
        var operations = Read("docs", "operations.md");
        var alerts = AlertNames()
            .Matches(Read("infra", "modules", "alerts.bicep"))
            .Select(match => match.Groups["name"].Value)
            .Concat(["throttled", "http-5xx", "unavailable"])
            .ToList();
        Assert.Equal(12, alerts.Count);
        Assert.All(alerts, alert => Assert.Contains($"### {alert}", operations, StringComparison.Ordinal));
        Assert.All(Rules.AlertRules.Instruments, metric => Assert.Contains($"`{metric}`", operations, StringComparison.Ordinal));
    }

    // Packages, tests and actions are code of others: none of it may run where a token for the cloud can be had.
    [Fact]
    public void Nothing_is_built_or_tested_where_the_cloud_can_be_signed_in_to()
    {
        var jobs = Jobs().Split(Deploy.Split("\njobs:\n")[1]).Where(job => job.Contains("runs-on", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, jobs.Count);
        Assert.DoesNotContain("id-token", Deploy.Split("\njobs:\n")[0], StringComparison.Ordinal);
        Assert.All(
            jobs,
            job =>
                Assert.NotEqual(
                    job.Contains("id-token: write", StringComparison.Ordinal),
                    job.Contains("dotnet", StringComparison.Ordinal) || job.Contains(".ci/run", StringComparison.Ordinal)
                )
        );
        Assert.Single(jobs, job => job.Contains("scripts/plan", StringComparison.Ordinal));
        Assert.All(
            jobs.Where(job => job.Contains("id-token", StringComparison.Ordinal)),
            job => Assert.Contains("environment:", job, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Actions_are_pinned_by_commit()
    {
        var uses = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"))
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("uses: ", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches("@[0-9a-f]{40} # v", line));
    }

    [Fact]
    public void Those_who_deploy_may_assign_the_roles_of_the_templates_and_no_other()
    {
        var (app, officer) = (RolesIn(Read("scripts", "deployer"), "app"), RolesIn(Read("scripts", "deployer"), "officer"));
        var templates = new[] { "main.bicep", Path.Combine("modules", "access.bicep") }
            .SelectMany(file => RoleVariables().Matches(Read("infra", file)))
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["role"].Value);
        Assert.Equal(
            templates
                .Where(role => !role.Key.EndsWith("Officer", StringComparison.Ordinal))
                .Select(role => role.Value)
                .Order(StringComparer.Ordinal),
            app.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            templates
                .Where(role => role.Key.EndsWith("Officer", StringComparison.Ordinal))
                .Select(role => role.Value)
                .Order(StringComparer.Ordinal),
            officer.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>An erased person is known for longer than any backup that has that person.</summary>
    [Fact]
    public void Backups_end_before_an_erasure_is_forgotten()
    {
        var most = BackupDays().Match(Read("infra", "main.bicep")).Groups["most"].Value;
        Assert.True(
            int.Parse(most, CultureInfo.InvariantCulture) < EStation.People.Erasure.Remembered.TotalDays,
            $"{most} days of backups"
        );
    }

    [Fact]
    public void The_privacy_notice_states_the_days_of_the_templates()
    {
        var notice = Read("functions", "Accounts", "Documents", "privacy.2026-12.json");
        var template = Read("infra", "main.bicep");
        string DaysOf(string parameter) => Regex.Match(template, $@"param {parameter} int = (\d+)").Groups[1].Value;
        Assert.Contains($"视频最多再保留{DaysOf("recoverableDays")}天", notice, StringComparison.Ordinal);
        Assert.Contains($"备份最多再保留{DaysOf("backupDays")}天", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_name_parameters_and_settings_that_exist()
    {
        var operations = Read("docs", "operations.md");
        var parameters = ParameterNames().Matches(Read("infra", "main.bicep")).Select(match => match.Groups["name"].Value).ToList();
        Assert.All(
            ["masterVersion", "previousMasterVersion", "ledgerAccounts", "operatorPrincipalId"],
            name => Assert.Contains(name, parameters)
        );
        Assert.All(
            ["masterVersion", "previousMasterVersion", "ledgerAccounts"],
            name => Assert.Contains(name, operations, StringComparison.Ordinal)
        );
    }

    private static string[] RolesIn(string script, string variable) =>
        Regex.Match(script, $"^{variable}='([^']+)'", RegexOptions.Multiline).Groups[1].Value.Split(", ");

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, .. path]));

    [GeneratedRegex(@"options: \[(?<list>[^\]]+)\]")]
    private static partial Regex Options();

    [GeneratedRegex(@"(scripts/[\w-]+|\.ci/run)")]
    private static partial Regex Scripts();

    [GeneratedRegex(@"^services:\r?\n  (?<name>\w+):", RegexOptions.Multiline)]
    private static partial Regex AzdService();

    [GeneratedRegex(@"^output (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Outputs();

    [GeneratedRegex(@"^param (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex ParameterNames();

    [GeneratedRegex(@"\n  (?=\w+:\n)")]
    private static partial Regex Jobs();

    [GeneratedRegex(@"^var (?<name>\w+) = '(?<role>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})'", RegexOptions.Multiline)]
    private static partial Regex RoleVariables();

    [GeneratedRegex(@"@maxValue\((?<most>\d+)\)\nparam backupDays int")]
    private static partial Regex BackupDays();

    [GeneratedRegex(@"^    name: '(?<name>[a-z-]+)'\r?$", RegexOptions.Multiline)]
    private static partial Regex AlertNames();
}
