using System.Text.RegularExpressions;

namespace EStation.Infra.Cloud;

/// <summary>
/// The whole deployment as the workflow runs it, against a cloud that answers as Azure's documentation says. What Azure does otherwise is not
/// known here.
/// </summary>
public sealed partial class FirstDeploymentTests
{
    public static TheoryData<string, string> Targets =>
        new()
        {
            { "global.prod", "AzureCloud" },
            { "china.prod", "AzureChinaCloud" },
            { "global.dev", "AzureCloud" },
            { "china.dev", "AzureChinaCloud" },
        };

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_first_deployment_comes_to_a_site_that_answers_and_a_second_changes_nothing(string target, string name)
    {
        using var cloud = new PretendCloud(name);
        cloud.Environment["CLOUD_FAILS_FIRST"] = "1"; // roles spread slowly, the first time
        if (target.EndsWith("prod", StringComparison.Ordinal))
            await PutGatewaySecretLaterAsync(cloud, target);
        else
            await DeployAsync(cloud, target);
        Assert.Equal("abc1234", (string?)cloud.State["package"]);
        var (master, resources) = ((int)cloud.State["secrets"]!["master"]!, cloud.State["resources"]!.ToJsonString());

        cloud.TakeLog();
        Assert.Contains("plan: 0 changes", await SucceedAsync(cloud, "scripts/plan", target), StringComparison.Ordinal);
        await SucceedAsync(cloud, "scripts/provision", target);
        await SucceedAsync(cloud, "scripts/release", "app.zip", "abc1234");
        Assert.Equal(0, (int)cloud.State["changed"]!);
        Assert.Equal(master, (int)cloud.State["secrets"]!["master"]!);
        Assert.Equal(resources, cloud.State["resources"]!.ToJsonString());
        Assert.DoesNotContain("sleep", string.Join('\n', cloud.TakeLog()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("global.prod", "AzureCloud")]
    [InlineData("china.prod", "AzureChinaCloud")]
    public async Task Front_door_comes_when_its_certificate_is_there(string target, string name)
    {
        using var cloud = new PretendCloud(name);
        await PutGatewaySecretLaterAsync(cloud, target);
        cloud.Environment["ESTATION_CERTIFICATE"] = "site";
        var (exit, said) = await cloud.RunAsync("scripts/provision", target);
        Assert.Equal(1, exit);
        Assert.Contains("The certificate site is not in the vault", said, StringComparison.Ordinal);

        cloud.Write("certificate", "a certificate");
        await SucceedAsync(cloud, "scripts/secret", "rg-estation", "kv-estation", "site", "certificate");
        Assert.Contains("Create\t", await SucceedAsync(cloud, "scripts/plan", target), StringComparison.Ordinal);
        await SucceedAsync(cloud, "scripts/provision", target);
        Assert.Contains(
            "https://estation.example",
            await SucceedAsync(cloud, "scripts/release", "app.zip", "abc1234"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_deployer_may_assign_a_few_roles_and_running_it_again_changes_nothing()
    {
        using var cloud = new PretendCloud("AzureCloud");
        await SucceedAsync(cloud, "scripts/deployer", "principal", "subscription", "operator");
        var first = cloud.State.ToJsonString();
        await SucceedAsync(cloud, "scripts/deployer", "principal", "subscription", "operator");
        Assert.Equal(first, cloud.State.ToJsonString());
        var assignments = cloud.State["assignments"]!.AsObject();
        Assert.Equal(
            ["Contributor", "EStation locks subscription", "Role Based Access Control Administrator"],
            assignments.Select(one => one.Key.Split('|')[1]).Order(StringComparer.Ordinal)
        );
        var condition = (string)assignments["principal|Role Based Access Control Administrator|/subscriptions/subscription"]!;
        Assert.Equal(condition.Count(letter => letter == '('), condition.Count(letter => letter == ')'));
        foreach (
            var part in new[] { "roleAssignments/write'}", "roleAssignments/delete'}", "@Request[", "@Resource[", "GuidEquals {operator}" }
        )
            Assert.Contains(part, condition, StringComparison.Ordinal);
    }

    /// <summary>What would change of a state that an earlier deployment has left, told before anything is changed.</summary>
    [Fact]
    public async Task The_plan_tells_what_would_change_of_what_is_there()
    {
        using var cloud = new PretendCloud("AzureCloud");
        await DeployAsync(cloud, "global.dev");
        var resources = cloud.State["resources"]!.ToJsonString();
        cloud.Replace("infra/main.bicep", "param recoverableDays int = 7", "param recoverableDays int = 5");
        cloud.Replace("infra/modules/tables.bicep", "  'Audit'\n", "  'Audit'\n  'Another'\n");
        cloud.Replace("infra/modules/alerts.bicep", "    threshold: 300\n", "    threshold: 600\n");

        var plan = (await SucceedAsync(cloud, "scripts/plan", "global.dev"))
            .Split('\n')
            .Where(line => line.Contains('\t') || line.StartsWith("plan", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(4, plan.Count);
        Assert.Matches(@"^Create\t.*'stestationdev', 'default', 'Another'", plan[0]);
        Assert.Contains(
            plan,
            line =>
                line.StartsWith("Modify\t", StringComparison.Ordinal)
                && line.Contains("smestationdev", StringComparison.Ordinal)
                && line.EndsWith(
                    "properties.containerDeleteRetentionPolicy.days, properties.deleteRetentionPolicy.days",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            plan,
            line => line.Contains("estationdev-fold-lag", StringComparison.Ordinal) && line.EndsWith("threshold", StringComparison.Ordinal)
        );
        Assert.Equal("plan: 3 changes, of these 0 deletions", plan[3]);
        Assert.Equal(resources, cloud.State["resources"]!.ToJsonString());
    }

    /// <summary>A secret of the gateway that was forgotten is told by its name, and the rest goes on from there.</summary>
    private static async Task PutGatewaySecretLaterAsync(PretendCloud cloud, string target)
    {
        await SucceedAsync(cloud, "scripts/plan", target);
        var (exit, said) = await cloud.RunAsync("scripts/provision", target);
        Assert.Equal(1, exit);
        Assert.Matches(@"Secrets of estation that cannot be read: Messages__\w+: SecretNotFound", said);
        cloud.Write("key", "a key");
        foreach (var secret in SecretNames().Matches(said).Select(match => Secret(cloud, match.Groups["name"].Value)).Distinct())
            Assert.StartsWith(
                "v1",
                await SucceedAsync(cloud, "scripts/secret", "rg-estation", "kv-estation", secret, "key"),
                StringComparison.Ordinal
            );
        await DeployAsync(cloud, target);
    }

    private static string Secret(PretendCloud cloud, string setting) => (string)cloud.State["references"]![setting]!["secret"]!;

    private static async Task DeployAsync(PretendCloud cloud, string target)
    {
        cloud.TakeLog();
        await SucceedAsync(cloud, "scripts/plan", target);
        var asked = cloud.TakeLog();
        Assert.Equal("az deployment sub what-if", asked[^1]);
        Assert.All(asked, line => Assert.DoesNotMatch("create|put|post|config-zip", line));

        await SucceedAsync(cloud, "scripts/provision", target);
        await SucceedAsync(cloud, "scripts/release", "app.zip", "abc1234");
        var steps = cloud.TakeLog().Where(line => !line.StartsWith("sleep", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Equal("az deployment sub create", steps[0]);
        Assert.EndsWith("/secrets", steps[1], StringComparison.Ordinal);
        Assert.EndsWith("configreferences/appsettings/refresh", steps[^3], StringComparison.Ordinal);
        Assert.EndsWith("configreferences/appsettings", steps[^2], StringComparison.Ordinal);
        Assert.Equal("az functionapp deployment source config-zip", steps[^1]);
        Assert.Equal(1, (int)cloud.State["secrets"]!["master"]!);
    }

    private static async Task<string> SucceedAsync(PretendCloud cloud, string script, params string[] arguments)
    {
        var (exit, said) = await cloud.RunAsync(script, arguments);
        TestContext.Current.TestOutputHelper!.WriteLine($"{script} {string.Join(' ', arguments)}\n{said}");
        Assert.True(exit == 0, $"{script}: {said}");
        return said;
    }

    [GeneratedRegex(@"(?<name>Messages__\w+): SecretNotFound")]
    private static partial Regex SecretNames();
}
