using System.Net;
using System.Net.Sockets;

namespace EStation.LocalHost;

/// <summary>What a user who started the host wrongly gets: one line, exit code 1.</summary>
public sealed class StartFailureTests : IDisposable
{
    private const string Elsewhere = "AccountName=elsewhere;AccountKey=eA==";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_taken_port_is_one_clear_line()
    {
        HostProcess.Prepare(folder);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var line = $"Port {port} is taken. Choose another with --port N (0 takes a free one).";
        await FailsWithAsync(line, Elsewhere, "--port", $"{port}", "--host", "127.0.0.1");
    }

    [Theory]
    [InlineData("", "The setting AzureWebJobsStorage is missing: timers need a storage account.")]
    [InlineData("storage", "The setting AzureWebJobsStorage is not a connection string.")]
    public async Task A_storage_that_timers_cannot_use_is_one_clear_line(string storage, string line)
    {
        HostProcess.Prepare(folder);
        await FailsWithAsync(line, storage, "--port", "0");
    }

    [Fact]
    public Task A_missing_host_json_is_one_clear_line() =>
        FailsWithAsync($"host.json is missing beside the app ({folder.Path}).", Elsewhere);

    [Fact]
    public Task An_unknown_switch_is_one_clear_line() =>
        FailsWithAsync(
            "Unknown argument '--verbose'. The switches are --port N and --host ADDRESS (an IP address or localhost).",
            Elsewhere,
            "--verbose"
        );

    [Fact]
    public async Task A_missing_Node_is_one_clear_line()
    {
        var environment = HostProcess.Prepare(folder);
        environment["PATH"] = folder.Path;
        using var host = new HostProcess(folder.Path, environment, "--port", "0");
        var (code, errors) = await host.EndAsync();

        Assert.Equal(1, code);
        Assert.StartsWith("'node' was not found: install Node.js", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private async Task FailsWithAsync(string line, string storage, params string[] args)
    {
        using var host = new HostProcess(folder.Path, new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage }, args);
        var (code, errors) = await host.EndAsync();

        Assert.Equal(line, errors.Trim());
        Assert.Equal(1, code);
    }
}
