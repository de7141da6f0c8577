using EStation.Infra.Rules;
using EStation.Infra.Templates;

namespace EStation.Infra;

public sealed class TemplateTests(Predictions predictions) : IClassFixture<Predictions>
{
    public static TheoryData<string> ParameterFiles => [.. Repository.ParameterFiles];

    public static TheoryData<string> Rules => [.. TemplateRule.Names];

    [Fact]
    public void Both_clouds_have_a_small_and_a_large_size() =>
        Assert.Equal(
            ["china.dev.bicepparam", "china.prod.bicepparam", "global.dev.bicepparam", "global.prod.bicepparam"],
            Repository.ParameterFiles
        );

    [Theory]
    [InlineData("china.prod.bicepparam", null, "ESTATION_ADMINISTRATORS")]
    [InlineData("global.prod.bicepparam", null, "ESTATION_ADMINISTRATORS")]
    [InlineData("global.prod.bicepparam", "", "minimum allowable length")]
    public async Task Production_is_not_deployed_as_long_as_nobody_says_who_administers_it(
        string parameterFile,
        string? administrators,
        string why
    )
    {
        using var bench = new Workbench { Administrators = administrators };
        var (deployment, errors) = await bench.PredictAsync(parameterFile);
        Assert.Null(deployment);
        Assert.Contains(why, errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task The_linter_finds_nothing(string parameterFile) => Assert.Empty(await predictions.Bench.LintAsync(parameterFile));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Every_deployment_keeps_the_rule(string rule)
    {
        foreach (var (file, deployment) in await predictions.AllAsync())
            Assert.True(
                TemplateRule.Findings(rule, deployment) is [],
                $"{file}: {string.Join("; ", TemplateRule.Findings(rule, deployment))}"
            );
    }
}

/// <summary>What each parameter file would deploy, predicted once.</summary>
public sealed class Predictions : IDisposable
{
    private readonly Lazy<Task<IReadOnlyDictionary<string, Deployment>>> all;

    public Predictions() => all = new(PredictAsync);

    internal Workbench Bench { get; } = new();

    internal Task<IReadOnlyDictionary<string, Deployment>> AllAsync() => all.Value;

    public void Dispose() => Bench.Dispose();

    private async Task<IReadOnlyDictionary<string, Deployment>> PredictAsync()
    {
        var found = await Task.WhenAll(
            Repository.Deployments.Select(async file => (File: file, Prediction: await Bench.PredictAsync(file)))
        );
        Assert.All(found, one => Assert.True(one.Prediction.Deployment is not null, $"{one.File}: {one.Prediction.Errors}"));
        return found.ToDictionary(one => one.File, one => one.Prediction.Deployment!);
    }
}
