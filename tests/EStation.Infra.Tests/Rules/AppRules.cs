using System.Globalization;
using System.Text.RegularExpressions;
using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

internal static partial class AppRules
{
    private const string Scale = "properties.functionAppConfig.scaleAndConcurrency";

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
            .. instances <= 20 ? Array.Empty<string>() : [$"{instances} instances: nobody has measured more than 20"],
            .. !deployment.Production || ready.Any(group => (string)group!["name"]! == "http" && (int)group["instanceCount"]! == 1)
                ? Array.Empty<string>()
                : ["one instance must always wait for HTTP in production"],
        ];
    }

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
