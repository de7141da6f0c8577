using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EStation.Infra.Templates;
using EStation.Ledger;
using EStation.Telemetry;
using Instrument = System.Diagnostics.Metrics.Instrument;

namespace EStation.Infra.Rules;

internal static partial class AlertRules
{
    internal static IReadOnlyList<string> Instruments { get; } =
    [
        .. new[] { typeof(Measures), typeof(LedgerMeasures) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Select(field => field.GetValue(null))
            .OfType<Instrument>()
            .Select(instrument => instrument.Name),
    ];

    public static IEnumerable<string> Alerts_watch_what_matters(Deployment deployment)
    {
        var watched = Queries(deployment)
            .SelectMany(query => MetricNames().Matches(query).Select(match => match.Groups["name"].Value))
            .ToList();
        string[] matter =
        [
            "estation.audit.differences",
            "estation.backups",
            "estation.fold.lag",
            "estation.messages.left",
            "estation.messages.refused",
            "estation.outbox.age",
            "estation.refusals",
            "estation.rollups",
        ];
        return
        [
            .. watched.Except(Instruments).Select(name => $"the code has no metric {name}"),
            .. matter.Except(watched).Select(name => $"no alert watches {name}"),
            .. Queries(deployment)
                .Any(query =>
                    query.Contains("AppRequests", StringComparison.Ordinal)
                    && query.Contains("ResultCode startswith \"5\"", StringComparison.Ordinal)
                )
                ? Array.Empty<string>()
                : ["no alert watches failed requests"],
            .. Queries(deployment)
                .Where(query => !query.Contains("value", StringComparison.Ordinal))
                .Select(query => $"no value in {query}"),
        ];
    }

    // A new workspace has no such tables yet, and rules that speak of them are refused.
    public static IEnumerable<string> Alerts_can_be_made_before_there_is_any_telemetry(Deployment deployment) =>
        [
            .. deployment
                .Of("Microsoft.Insights/scheduledQueryRules")
                .SelectMany(alert => TemplateRule.Expect(alert, "properties.skipQueryValidation", "true")),
            .. Queries(deployment)
                .Where(query =>
                    !query.StartsWith("union isfuzzy=true ", StringComparison.Ordinal)
                    || !query.Contains("(datatable(", StringComparison.Ordinal)
                )
                .Select(query => $"fails without the table: {query}"),
        ];

    public static IEnumerable<string> Errors_of_the_platform_are_watched_too(Deployment deployment)
    {
        var alert = deployment
            .Of("Microsoft.Insights/metricAlerts")
            .SingleOrDefault(one => one.Name.EndsWith("-http-5xx", StringComparison.Ordinal));
        if (alert?.Properties["criteria"]!["allOf"]![0] is not { } criterion || (string?)criterion["metricName"] != "Http5xx")
            yield return "no alert watches Http5xx of the site";
        else if ((bool?)criterion["skipMetricValidation"] != true)
            yield return "a plan without that metric would refuse the alert";
    }

    public static IEnumerable<string> Every_account_is_watched_for_throttling(Deployment deployment)
    {
        var watches = deployment.Of("Microsoft.Insights/metricAlerts").ToList();
        return TemplateRule.Same(
            "accounts watched",
            deployment.AccountsOfTables.Append(deployment.MediaAccount),
            watches.Where(Throttling).Select(alert => AccountName().Match((string)alert.Properties["scopes"]![0]!).Groups["name"].Value)
        );
    }

    public static IEnumerable<string> In_production_alerts_are_on_and_somebody_is_told(Deployment deployment)
    {
        if (!deployment.Production)
            return [];
        var alerts = deployment
            .Of("Microsoft.Insights/scheduledQueryRules")
            .Concat(deployment.Of("Microsoft.Insights/metricAlerts"))
            .ToList();
        return
        [
            .. alerts.SelectMany(alert => TemplateRule.Expect(alert, "properties.enabled", "true")),
            .. alerts
                .Where(alert => alert["properties.actions"]?.Contains("actionGroup", StringComparison.OrdinalIgnoreCase) != true)
                .Select(alert => $"{alert.Name} tells nobody"),
            .. deployment.Of("Microsoft.Insights/actionGroups").Any(group => group.Properties["emailReceivers"]!.AsArray().Count > 0)
                ? Array.Empty<string>()
                : ["nobody is on duty"],
        ];
    }

    private static bool Throttling(Resource alert)
    {
        var criterion = alert.Properties["criteria"]!["allOf"]?[0];
        return (string?)criterion?["metricName"] == "Transactions"
            && criterion["dimensions"]!
                .AsArray()
                .Any(dimension => (string)dimension!["name"]! == "ResponseType" && Values(dimension).Contains("ClientThrottlingError"));
    }

    private static IEnumerable<string> Values(JsonNode dimension) => dimension["values"]!.AsArray().Select(value => (string)value!);

    private static IEnumerable<string> Queries(Deployment deployment) =>
        deployment
            .Of("Microsoft.Insights/scheduledQueryRules")
            .SelectMany(alert => alert.Properties["criteria"]!["allOf"]!.AsArray())
            .Select(criterion => (string)criterion!["query"]!);

    [GeneratedRegex("Name == \"(?<name>[^\"]+)\"")]
    private static partial Regex MetricNames();

    [GeneratedRegex(@"'(?<name>[a-z0-9]+)'\)\]$")]
    private static partial Regex AccountName();
}
