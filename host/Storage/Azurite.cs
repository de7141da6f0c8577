namespace EStation.LocalHost;

/// <summary>A running Azurite: its blob and its table server, two processes because each has one event loop.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private readonly AzuriteServer blob;
    private readonly AzuriteServer table;
    private readonly AzuriteSetup setup;
    private readonly DirectoryInfo? temporary;

    private Azurite(AzuriteServer blob, AzuriteServer table, AzuriteSetup setup, DirectoryInfo? temporary)
    {
        this.blob = blob;
        this.table = table;
        this.setup = setup;
        this.temporary = temporary;
    }

    public int BlobPort => blob.Port;

    public int TablePort => table.Port;

    /// <summary>Uses running servers on the folder or the ports, else starts them.</summary>
    /// <exception cref="StartFailure">Node.js is missing, npm could not install, or a server did not start.</exception>
    public static async Task<Azurite> StartAsync(AzuriteSetup setup, CancellationToken cancellationToken = default)
    {
        var temporary = setup.Folder is null ? Directory.CreateTempSubdirectory("azurite-") : null;
        var folder = Directory.CreateDirectory(setup.Folder ?? temporary!.FullName).FullName;
        var blob = AzuriteServer.HoldAsync("blob", setup.BlobPort, folder, setup, cancellationToken);
        var table = AzuriteServer.HoldAsync("table", setup.TablePort, folder, setup, cancellationToken);
        try
        {
            await Task.WhenAll(blob, table);
            return new Azurite(await blob, await table, setup, temporary);
        }
        catch
        {
            foreach (var started in new[] { blob, table }.Where(server => server.IsCompletedSuccessfully))
                await (await started).DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string account = DevelopmentAccount.Name)
    {
        var scheme = setup.Https is null ? "http" : "https";
        return $"DefaultEndpointsProtocol={scheme};AccountName={account};AccountKey={DevelopmentAccount.Key};"
            + $"BlobEndpoint={scheme}://127.0.0.1:{BlobPort}/{account};TableEndpoint={scheme}://127.0.0.1:{TablePort}/{account};";
    }

    /// <summary>Releases it. The last holder waits until Azurite has saved and ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(blob.DisposeAsync().AsTask(), table.DisposeAsync().AsTask());
        temporary?.Delete(recursive: true);
    }
}
