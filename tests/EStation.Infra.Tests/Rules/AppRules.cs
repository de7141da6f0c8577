using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using EStation.Infra.Templates;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Infra.Rules;

internal static partial class AppRules
{
    private const int LeastOfMostRegions = 40;
    private const int MostTimersWithZones = 2;
    private const string Scale = "properties.functionAppConfig.scaleAndConcurrency";

    internal static int Timers { get; } =
        typeof(Service.RollUp)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Count(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null));

    // ARM takes "10", and the app then fails to start.
    public static IEnumerable<string> The_runtime_is_the_isolated_worker_on_dotnet_10(Deployment deployment) =>
        deployment.Flex
            ?
            [
                .. TemplateRule.Expect(deployment.Site, "properties.functionAppConfig.runtime.name", "dotnet-isolated"),
                .. TemplateRule.Expect(deployment.Site, "properties.functionAppConfig.runtime.version", "10.0"),
            ]
            : TemplateRule.Expect(deployment.Site, "properties.siteConfig.linuxFxVersion", "DOTNET-ISOLATED|10.0");

    public static IEnumerable<string> The_plan_is_one_that_needs_no_key(Deployment deployment)
    {
        var plan = deployment.Of("Microsoft.Web/serverfarms").Single();
        IEnumerable<string> wrong =
            deployment.Flex ? [.. TemplateRule.Expect(plan, "sku.name", "FC1"), .. TemplateRule.Expect(plan, "sku.tier", "FlexConsumption")]
            : DedicatedSku().IsMatch(plan["sku.name"] ?? "") ? []
            : [$"{plan["sku.name"]} is no dedicated size"];
        return
        [
            .. wrong,
            .. TemplateRule.Expect(plan, "properties.reserved", "true"),
            .. TemplateRule.Expect(deployment.Site, "kind", "functionapp,linux"),
        ];
    }

    public static IEnumerable<string> Many_requests_meet_in_few_instances(Deployment deployment)
    {
        if (!deployment.Flex)
            return TemplateRule.Expect(deployment.Site, "properties.siteConfig.alwaysOn", "true");
        var instances = int.Parse(deployment.Site[$"{Scale}.maximumInstanceCount"]!, CultureInfo.InvariantCulture);
        var ready = deployment.Site.Node["properties"]!["functionAppConfig"]!["scaleAndConcurrency"]!["alwaysReady"]!.AsArray();
        return
        [
            .. TemplateRule.Expect(deployment.Site, $"{Scale}.triggers.http.perInstanceConcurrency", "500"),
            .. TemplateRule.Expect(deployment.Site, $"{Scale}.instanceMemoryMB", "512", "2048", "4096"),
            // Most regions refuse less; more has not been measured.
            .. instances == LeastOfMostRegions ? Array.Empty<string>() : [$"at most {instances} instances, not {LeastOfMostRegions}"],
            .. !deployment.Production || ready.Any(group => (string)group!["name"]! == "http" && (int)group["instanceCount"]! == 1)
                ? Array.Empty<string>()
                : ["one instance must always wait for HTTP in production"],
        ];
    }

    // Parallel writes of them fail now and then.
    public static IEnumerable<string> Children_of_the_site_are_written_one_after_another(Deployment deployment)
    {
        var resources = deployment.AppTemplate["resources"]!.AsObject().ToDictionary(one => one.Key, one => one.Value!);
        var children = resources
            .Where(one =>
                ((string?)one.Value["type"])?.StartsWith("Microsoft.Web/sites/", StringComparison.Ordinal) == true
                && one.Value["existing"] is null
            )
            .ToDictionary(one => one.Key, one => (one.Value["dependsOn"]?.AsArray() ?? []).Select(name => (string)name!).ToList());
        var before = children.Values.SelectMany(names => names).Where(children.ContainsKey).ToList();
        return before.Count == children.Count - 1 && before.Distinct().Count() == before.Count
            ? []
            : [$"{string.Join(", ", children.Select(child => $"{child.Key} after {string.Join("+", child.Value)}"))}"];
    }

    // It bills two always-ready instances of each function group; a timer is a group of its own.
    public static IEnumerable<string> Zones_wait_until_timers_are_merged(Deployment deployment)
    {
        return deployment.Of("Microsoft.Web/serverfarms").Single()["properties.zoneRedundant"] == "true" && Timers > MostTimersWithZones
            ? [$"{2 * (Timers + 1)} instances would always be billed"]
            : [];
    }

    // Azure's own page on update strategies calls them a preview, not for production.
    public static IEnumerable<string> Production_is_not_updated_by_a_preview(Deployment deployment) =>
        deployment.Production && deployment.Site["properties.functionAppConfig.siteUpdateStrategy.type"] == "RollingUpdate"
            ? ["production has rolling updates"]
            : [];

    public static IEnumerable<string> Packages_are_fetched_by_the_identity(Deployment deployment)
    {
        const string Storage = "properties.functionAppConfig.deployment.storage";
        return !deployment.Flex
            ? []
            :
            [
                .. TemplateRule.Expect(deployment.Site, $"{Storage}.type", "blobContainer"),
                .. TemplateRule.Expect(deployment.Site, $"{Storage}.authentication.type", "UserAssignedIdentity"),
                .. deployment
                    .Site[$"{Storage}.authentication.userAssignedIdentityResourceId"]
                    ?.Contains("identity", StringComparison.Ordinal) == true
                    ? Array.Empty<string>()
                    : ["the identity for packages is not named"],
                .. deployment.Site[$"{Storage}.value"]?.Contains("'packages'", StringComparison.Ordinal) == true
                    ? Array.Empty<string>()
                    : ["packages are not in the container for packages"],
            ];
    }

    public static IEnumerable<string> Only_https_and_no_passwords(Deployment deployment) =>
        [
            .. TemplateRule.Expect(deployment.Site, "properties.httpsOnly", "true"),
            .. TemplateRule.Expect(deployment.Site, "properties.siteConfig.minTlsVersion", "1.2", "1.3"),
            .. TemplateRule.Expect(deployment.Site, "properties.siteConfig.scmMinTlsVersion", "1.2", "1.3"),
            .. TemplateRule.Expect(deployment.Site, "properties.siteConfig.ftpsState", "Disabled"),
            .. deployment.Site["properties.siteConfig.cors"] is null
                ? Array.Empty<string>()
                : ["the API needs no CORS: it is on the site's origin"],
            .. TemplateRule.Same(
                "doors closed to passwords",
                ["ftp", "scm"],
                deployment
                    .Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                    .Where(door => door["properties.allow"] == "false")
                    .Select(door => door.Leaf)
            ),
        ];

    public static IEnumerable<string> Everything_is_in_the_region_asked_for(Deployment deployment) =>
        deployment
            .Resources.Where(resource => resource.Location is { } place && place != "global" && place != deployment.Parameter("location"))
            .Select(resource => $"{resource.Name} is in {resource.Location}");

    // Another cloud has other names: what is written out works in one of them only.
    public static IEnumerable<string> No_cloud_is_written_out(Deployment deployment) =>
        CloudNames()
            .Matches(deployment.Text)
            .Select(match => match.Value)
            .Where(name => !deployment.Parameter("siteOrigin").EndsWith(name, StringComparison.Ordinal))
            .Distinct()
            .Select(name => $"{name} is one cloud's name");

    [GeneratedRegex(@"^(B[123]|[PS]\d\w*)$")]
    private static partial Regex DedicatedSku();

    [GeneratedRegex(@"[a-z.]*(core\.windows\.net|vault\.azure\.(net|cn)|core\.chinacloudapi\.cn|azurewebsites\.net|chinacloudsites\.cn)")]
    private static partial Regex CloudNames();
}
