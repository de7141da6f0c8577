namespace EStation.LocalHost;

/// <summary>A running Azurite: its blob and its table server, two processes because each has one event loop.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private readonly AzuriteServer _blob;
    private readonly AzuriteServer _table;
    private readonly AzuriteSetup _setup;
    private readonly DirectoryInfo? _temporary;

    private Azurite(AzuriteServer blob, AzuriteServer table, AzuriteSetup setup, DirectoryInfo? temporary)
    {
        _blob = blob;
        _table = table;
        _setup = setup;
        _temporary = temporary;
    }

    public int BlobPort => _blob.Port;

    public int TablePort => _table.Port;

    /// <summary>Uses what already runs on the folder or the ports, else starts it; ready when this returns.</summary>
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
        var scheme = _setup.Https is null ? "http" : "https";
        return $"DefaultEndpointsProtocol={scheme};AccountName={account};AccountKey={DevelopmentAccount.Key};"
            + $"BlobEndpoint={scheme}://127.0.0.1:{BlobPort}/{account};TableEndpoint={scheme}://127.0.0.1:{TablePort}/{account};";
    }

    /// <summary>Lets go of it; if nobody else holds it, waits until it has saved and ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_blob.DisposeAsync().AsTask(), _table.DisposeAsync().AsTask());
        _temporary?.Delete(recursive: true);
    }
}
