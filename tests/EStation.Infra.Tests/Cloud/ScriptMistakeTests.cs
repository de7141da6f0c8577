namespace EStation.Infra.Cloud;

/// <summary>Mistakes in what is deployed and how, each of which would have failed the first real deployment.</summary>
public sealed class ScriptMistakeTests
{
    [Fact]
    public async Task A_deployment_that_does_not_read_its_secrets_anew_comes_to_no_site()
    {
        using var cloud = new PretendCloud("AzureCloud");
        cloud.Replace("scripts/refresh-secrets", "az rest --method post", "true az rest --method post");
        var (exit, said) = await cloud.RunAsync("scripts/provision", "global.dev");
        Assert.Equal(1, exit);
        Assert.Contains("Secrets__Master: SecretNotFound", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "global.prod",
        "infra/parameters/global.prod.bicepparam",
        "mostInstances: 40",
        "mostInstances: 20",
        "refuses a maximum of less than 40"
    )]
    [InlineData("global.prod", "infra/parameters/global.prod.bicepparam", "memory: 2048", "memory: 1024", "no instances of 1024 MB")]
    [InlineData("china.dev", "infra/parameters/china.dev.bicepparam", "plan = 'dedicated'", "plan = 'flex'", "not offered in chinanorth3")]
    [InlineData(
        "global.dev",
        "infra/parameters/global.dev.bicepparam",
        "location = 'eastasia'",
        "location = 'polandcentral'",
        "not offered in polandcentral"
    )]
    public async Task Preflight_tells_what_the_region_would_refuse(string target, string file, string text, string by, string told)
    {
        using var cloud = new PretendCloud(target.StartsWith("china", StringComparison.Ordinal) ? "AzureChinaCloud" : "AzureCloud");
        cloud.Replace(file, text, by);
        await FailAsync(cloud, target, told);
    }

    [Fact]
    public async Task Preflight_tells_a_version_of_the_api_that_the_cloud_has_not_got()
    {
        using var cloud = new PretendCloud("AzureChinaCloud");
        cloud.Environment["CLOUD_LACKS"] = "Microsoft.Web/sites@";
        await FailAsync(cloud, "china.prod", "Microsoft.Web/sites is not offered here with the version");
    }

    [Fact]
    public async Task Preflight_tells_that_a_subnet_needs_a_provider()
    {
        using var cloud = new PretendCloud("AzureCloud");
        cloud.Environment["CLOUD_LACKS"] = "Microsoft.App";
        await FailAsync(cloud, "global.prod", "az provider register --namespace Microsoft.App");
    }

    [Fact]
    public async Task Preflight_asks_nothing_about_what_is_not_used()
    {
        using var cloud = new PretendCloud("AzureChinaCloud");
        cloud.Environment["CLOUD_LACKS"] = "Microsoft.Insights/webtests@";
        var (exit, said) = await cloud.RunAsync("scripts/preflight", "china.prod");
        Assert.True(exit == 0, said);
    }

    private static async Task FailAsync(PretendCloud cloud, string target, string told)
    {
        var (exit, said) = await cloud.RunAsync("scripts/plan", target);
        Assert.Equal(1, exit);
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.DoesNotContain(cloud.TakeLog(), line => line.Contains("deployment", StringComparison.Ordinal));
    }
}
