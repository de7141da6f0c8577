using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

internal static class NetworkRules
{
    private static readonly string[] Zones = ["privatelink.blob.", "privatelink.table.", "privatelink.vaultcore."];
    private const string Endpoints = "Microsoft.Network/privateEndpoints";

    public static IEnumerable<string> In_production_tables_and_secrets_are_reached_from_the_app_alone(Deployment deployment) =>
        deployment.Production && !deployment.Private ? ["tables and secrets are on the internet"] : [];

    /// <summary>Phones upload to the blobs, so these stay public.</summary>
    public static IEnumerable<string> What_is_private_is_closed_and_has_its_endpoint(Deployment deployment)
    {
        var name = deployment.Parameter("name");
        string[] services =
        [
            .. deployment.AccountsOfTables.Select(account => $"{account}: table"),
            $"{deployment.HostAccount}: blob",
            $"{deployment.HostAccount}: table",
            $"{deployment.BackupAccount}: blob",
            $"kv-{name}: vault",
        ];
        var closed = services.Select(service => service.Split(':')[0]).ToHashSet();
        return
        [
            .. TemplateRule.Same(
                "endpoints",
                deployment.Private ? services : [],
                deployment.Of(Endpoints).Select(endpoint => $"{TargetOf(endpoint)}: {ServiceOf(endpoint)}")
            ),
            .. deployment
                .Of("Microsoft.Storage/storageAccounts")
                .Concat(deployment.Of("Microsoft.KeyVault/vaults"))
                .SelectMany(one =>
                    TemplateRule
                        .Expect(
                            one,
                            "properties.networkAcls.defaultAction",
                            deployment.Private && closed.Contains(one.Name) ? "Deny" : "Allow"
                        )
                        .Concat(
                            TemplateRule.Expect(
                                one,
                                "properties.publicNetworkAccess",
                                deployment.Private && closed.Contains(one.Name) ? "Disabled" : "Enabled"
                            )
                        )
                ),
        ];
    }

    public static IEnumerable<string> The_app_is_in_the_network_and_its_names_resolve_there(Deployment deployment)
    {
        if (!deployment.Private)
            return deployment.Of("Microsoft.Network/virtualNetworks").Select(network => $"{network.Name} costs and is not used");
        var app = deployment.Of("Microsoft.Network/virtualNetworks").Single().Properties["subnets"]![0]!["properties"]!;
        var kind = (string?)app["delegations"]![0]!["properties"]!["serviceName"];
        var zones = deployment.Of("Microsoft.Network/privateDnsZones").Select(zone => zone.Name).ToList();
        return
        [
            .. kind == (deployment.Flex ? "Microsoft.App/environments" : "Microsoft.Web/serverFarms")
                ? Array.Empty<string>()
                : [$"the subnet is for {kind}"],
            .. app["natGateway"] is null ? ["the app has no way to the internet"] : Array.Empty<string>(),
            .. TemplateRule.Expect(deployment.Site, "properties.outboundVnetRouting.allTraffic", "true"),
            .. deployment.Site["properties.virtualNetworkSubnetId"]?.Contains("'app')]", StringComparison.Ordinal) == true
                ? Array.Empty<string>()
                : ["the app is not in its subnet"],
            .. Zones.Where(zone => !zones.Any(one => one.Contains(zone, StringComparison.Ordinal))).Select(zone => $"no zone {zone}"),
            .. deployment.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count() == zones.Count
                ? Array.Empty<string>()
                : ["a zone is not linked"],
            .. deployment.Of($"{Endpoints}/privateDnsZoneGroups").Count() == deployment.Of(Endpoints).Count()
                ? Array.Empty<string>()
                : ["an endpoint has no name"],
        ];
    }

    private static string TargetOf(Resource endpoint) => ((string)Connection(endpoint)["privateLinkServiceId"]!).Split('\'')[^2];

    private static string ServiceOf(Resource endpoint) => (string)Connection(endpoint)["groupIds"]![0]!;

    private static System.Text.Json.Nodes.JsonNode Connection(Resource endpoint) =>
        endpoint.Properties["privateLinkServiceConnections"]![0]!["properties"]!;
}
