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
        var scripts = new[] { Deploy, Read("azure.yaml"), Read(".github", "workflows", "test.yml") }
            .SelectMany(text => Scripts().Matches(text).Select(match => match.Value))
            .Distinct()
            .ToList();
        Assert.Contains("scripts/smoke", scripts);
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
            .Append("throttled")
            .ToList();
        Assert.Equal(7, alerts.Count);
        Assert.All(alerts, alert => Assert.Contains($"### {alert}", operations, StringComparison.Ordinal));
        Assert.All(Rules.AlertRules.Instruments, metric => Assert.Contains($"`{metric}`", operations, StringComparison.Ordinal));
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

    [GeneratedRegex(@"^    name: '(?<name>[a-z-]+)'\r?$", RegexOptions.Multiline)]
    private static partial Regex AlertNames();
}
