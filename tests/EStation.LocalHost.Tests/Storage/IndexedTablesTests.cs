using System.Diagnostics;
using EStation.LocalHost.Tables;

namespace EStation.LocalHost;

/// <summary><c>indexed-tables.cjs</c> makes tables faster and changes nothing else: it is compared with Azurite as it is.</summary>
public sealed class IndexedTablesTests
{
    private static readonly bool IsDeep = Environment.GetEnvironmentVariable("ESTATION_DEEP") == "1";

    /// <summary>Another one each day, or that of a failure: <c>ESTATION_SEED</c>.</summary>
    private static readonly int FirstSeed = int.TryParse(Environment.GetEnvironmentVariable("ESTATION_SEED"), out var seed)
        ? seed
        : DateTime.UtcNow.DayOfYear * 1_000;

    [Fact]
    public async Task It_answers_every_request_as_Azurite_does_and_each_opens_what_the_other_has_stored()
    {
        var (seeds, requests) = IsDeep ? (40, 510) : (1, 210);
        foreach (var seed in Enumerable.Range(FirstSeed, seeds))
        {
            using var folders = new TemporaryFolder();
            await using var pair = await TableServerPair.StartAsync(folders, seed);
            TestContext.Current.SendDiagnosticMessage($"ESTATION_SEED={seed}, {requests} requests");
            await pair.SendAsync(TableRequests.Beginning());
            var random = new TableRequests(seed);
            for (var round = 0; round < 3; round++)
            {
                await pair.SendAsync(Enumerable.Range(0, requests / 3).Select(_ => random.Next()));
                await pair.ExchangeAsync();
                await pair.SendAsync(TableRequests.All());
            }
        }
    }

    [Fact]
    public async Task With_another_version_of_Azurite_it_ends_the_start_in_one_line()
    {
        using var azurite = new TemporaryFolder();
        Directory.CreateDirectory(azurite.File("dist/src/table"));
        await File.WriteAllTextAsync(azurite.File("package.json"), """{ "version": "3.99.0" }""");
        await File.WriteAllTextAsync(azurite.File("dist/src/table/main.js"), "console.error('started');");
        var installation = await AzuriteInstallation.EnsureAsync(CancellationToken.None);
        string[] arguments = ["--require", Path.Combine(installation, "indexed-tables.cjs"), azurite.File("dist/src/table/main.js")];

        using var server = AzuriteInstallation.Start(new ProcessStartInfo("node", arguments) { RedirectStandardError = true });
        var said = await server.StandardError.ReadToEndAsync();
        await server.WaitForExitAsync();

        Assert.Equal(1, server.ExitCode);
        Assert.Contains("3.37.0", Assert.Single(said.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
