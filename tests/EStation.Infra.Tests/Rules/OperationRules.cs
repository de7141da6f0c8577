using System.Globalization;
using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

internal static class OperationRules
{
    /// <summary>Newer ones are not everywhere; scripts/preflight asks the cloud for each that is used.</summary>
    private static readonly Dictionary<string, string> Oldest = new()
    {
        ["Microsoft.Cdn"] = "2025-06-01",
        ["Microsoft.KeyVault"] = "2025-05-01",
        ["Microsoft.ManagedIdentity"] = "2024-11-30",
        ["Microsoft.OperationalInsights"] = "2025-07-01",
        ["Microsoft.Resources"] = "2025-04-01",
        ["Microsoft.Storage"] = "2025-06-01",
        ["Microsoft.Web"] = "2025-03-01",
    };

    public static IEnumerable<string> Versions_of_the_api_are_recent(Deployment deployment) =>
        deployment
            .Resources.Where(resource =>
                Oldest.TryGetValue(resource.Type.Split('/')[0], out var oldest) && string.CompareOrdinal(resource["apiVersion"], oldest) < 0
            )
            .Select(resource => $"{resource.Type}@{resource["apiVersion"]}")
            .Distinct();

    public static IEnumerable<string> Production_is_locked(Deployment deployment) =>
        deployment.Production == deployment.Of("Microsoft.Authorization/locks").Any(found => found["properties.level"] == "CanNotDelete")
            ? []
            : ["production has a lock, and nothing else"];

    public static IEnumerable<string> Telemetry_has_a_daily_limit(Deployment deployment)
    {
        var limit = deployment
            .Of("Microsoft.OperationalInsights/workspaces")
            .Single(one => one.Name.StartsWith("log-", StringComparison.Ordinal))["properties.workspaceCapping.dailyQuotaGb"];
        return int.Parse(limit ?? "-1", CultureInfo.InvariantCulture) is >= 1 and <= 50 ? [] : [$"telemetry may cost anything: {limit} GB"];
    }

    // Budgets and tests from outside are not known to be offered in Azure China.
    public static IEnumerable<string> In_global_production_a_budget_and_the_site_from_outside_are_watched(Deployment deployment)
    {
        var (budgets, tests) = (
            deployment.Of("Microsoft.Consumption/budgets").ToList(),
            deployment.Of("Microsoft.Insights/webtests").ToList()
        );
        if (deployment.China)
            return budgets.Concat(tests).Select(one => $"{one.Type} is not known in Azure China");
        return
        [
            .. !deployment.Production
            || budgets.Any(budget =>
                budget["properties.timePeriod.startDate"]?.EndsWith("-01", StringComparison.Ordinal) == true
                && budget["properties.notifications.nearly.contactEmails"]?.Contains('@', StringComparison.Ordinal) == true
            )
                ? Array.Empty<string>()
                : ["no budget begins on the first of a month and tells somebody"],
            .. !deployment.Production
            || tests.Any(test => test["properties.Request.RequestUrl"]?.EndsWith("/api/health", StringComparison.Ordinal) == true)
                ? Array.Empty<string>()
                : ["nobody asks for the site from outside"],
        ];
    }

    public static IEnumerable<string> The_workbook_shows_every_metric(Deployment deployment)
    {
        var shown = deployment.Of("Microsoft.Insights/workbooks").Single()["properties.serializedData"]!;
        return AlertRules
            .Instruments.Where(metric => !shown.Contains(metric, StringComparison.Ordinal))
            .Select(metric => $"{metric} is not shown");
    }
}
