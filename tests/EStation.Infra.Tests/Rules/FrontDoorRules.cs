using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

internal static class FrontDoorRules
{
    public static IEnumerable<string> Nobody_goes_round_front_door(Deployment deployment)
    {
        var restriction = deployment.Site.Properties["siteConfig"]!["ipSecurityRestrictions"]?[0];
        if (!deployment.BehindFrontDoor)
            return restriction is null && !deployment.Settings.ContainsKey("Site__FrontDoorId")
                ? []
                : ["the site waits for a Front Door that is not there"];
        return
        [
            .. TemplateRule.Expect(deployment.Site, "properties.siteConfig.ipSecurityRestrictionsDefaultAction", "Deny"),
            .. (string?)restriction?["ipAddress"] == "AzureFrontDoor.Backend" && (string?)restriction["tag"] == "ServiceTag"
                ? Array.Empty<string>()
                : ["others than Front Door are let in"],
            .. IsOurs(restriction?["headers"]?["x-azure-fdid"]?.ToJsonString())
                ? Array.Empty<string>()
                : ["a Front Door of anybody's is let in"],
            .. IsOurs(deployment.Settings.GetValueOrDefault("Site__FrontDoorId"))
                ? Array.Empty<string>()
                : ["the app does not know Front Door, and takes its address for everybody's"],
        ];
    }

    public static IEnumerable<string> Front_door_has_the_domain_a_certificate_of_its_own_and_a_firewall(Deployment deployment)
    {
        if (!deployment.BehindFrontDoor)
            return [];
        var domain = deployment.Of("Microsoft.Cdn/profiles/customDomains").Single();
        var firewall = deployment.Of("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies").Single();
        return
        [
            .. $"https://{domain["properties.hostName"]}" == deployment.Parameter("siteOrigin")
                ? Array.Empty<string>()
                : ["the domain is not where people open the site"],
            .. TemplateRule.Expect(domain, "properties.tlsSettings.certificateType", "CustomerCertificate"),
            .. TemplateRule.Expect(firewall, "properties.policySettings.mode", "Prevention"),
            .. TemplateRule.Expect(firewall, "properties.policySettings.enabledState", "Enabled"),
            .. firewall.Properties["customRules"]!["rules"]!.AsArray().Any(rule => (string?)rule!["ruleType"] == "RateLimitRule")
                ? Array.Empty<string>()
                : ["nothing limits what an address may ask"],
            .. deployment.Of("Microsoft.Cdn/profiles/securityPolicies").Any() ? Array.Empty<string>() : ["the firewall guards nothing"],
            .. deployment
                .Of("Microsoft.Cdn/profiles/afdEndpoints/routes")
                .SelectMany(route =>
                    TemplateRule
                        .Expect(route, "properties.forwardingProtocol", "HttpsOnly")
                        .Concat(TemplateRule.Expect(route, "properties.linkToDefaultDomain", "Disabled"))
                        .Concat(route["properties.cacheConfiguration"] is null ? [] : ["one person's answer would be kept for others"])
                ),
        ];
    }

    private static bool IsOurs(string? id) => id?.Contains(".outputs.frontDoorId.", StringComparison.Ordinal) == true;
}
