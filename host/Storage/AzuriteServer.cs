using System.Diagnostics;
using System.Net.NetworkInformation;

namespace EStation.LocalHost;

/// <summary>One of Azurite's servers, blob or table: held if it runs, else started and then held.</summary>
internal sealed class AzuriteServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly AzuriteHold? hold;

    private AzuriteServer(int port, AzuriteHold? hold)
    {
        Port = port;
        this.hold = hold;
    }

    public int Port { get; }

    public static async Task<AzuriteServer> HoldAsync(
        string kind,
        int port,
        string folder,
        AzuriteSetup setup,
        CancellationToken cancellationToken
    )
    {
        var status = Path.Combine(folder, $"{kind}.json");
        await using var starting = await FileLock.TakeAsync(Path.Combine(folder, $"{kind}.lock"), Patience, cancellationToken);
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < deadline)
        {
            if (await AzuriteHold.TryTakeAsync(status, cancellationToken) is { } hold)
                return new AzuriteServer(hold.Port, hold);
            // The host uses an Azurite that it did not start, and does not hold it.
            if (port != 0 && IsOpen(port))
                return new AzuriteServer(port, null);
            try
            {
                await StartAsync(kind, port, folder, setup, cancellationToken);
            }
            catch (StartFailure) when (port != 0 && IsOpen(port))
            {
                // Another process was faster.
            }
        }

        throw new StartFailure($"Azurite's {kind} server did not start within {Patience.TotalMinutes:0} minutes; see {folder}.");
    }

    public static bool IsOpen(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);

    public ValueTask DisposeAsync() => hold?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task StartAsync(string kind, int port, string folder, AzuriteSetup setup, CancellationToken cancellationToken)
    {
        var installation = await AzuriteInstallation.EnsureAsync(cancellationToken);
        var start = AzuriteCommand.For(kind, port, installation, folder, setup);
        using var server = AzuriteInstallation.Start(start);
        server.StandardInput.Close();
        while (!File.Exists(start.Environment["HELD_STATUS"]))
        {
            await Task.Delay(10, cancellationToken);
            if (server.HasExited)
                throw new StartFailure(await WhyAsync(kind, server, start, cancellationToken));
        }
    }

    private static async Task<string> WhyAsync(string kind, Process server, ProcessStartInfo start, CancellationToken cancellationToken)
    {
        var said = await server.StandardError.ReadToEndAsync(cancellationToken);
        var log = start.Environment["HELD_LOG"]!;
        if (said.Length == 0 && File.Exists(log))
            said = (await File.ReadAllLinesAsync(log, cancellationToken)).LastOrDefault("");
        return $"Azurite's {kind} server ended at once: {said.Trim().ReplaceLineEndings(" ")}";
    }
}
