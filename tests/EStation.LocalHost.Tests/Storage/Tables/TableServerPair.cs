namespace EStation.LocalHost.Tables;

/// <summary>Two table servers that get the same requests, one of them as Azurite is.</summary>
internal sealed class TableServerPair : IAsyncDisposable
{
    private readonly string[] folders;
    private readonly string seed;
    private readonly TableServer[] servers;
    private bool isFirstPlain = true;

    private TableServerPair(string[] folders, TableServer[] servers, int seed)
    {
        this.folders = folders;
        this.servers = servers;
        this.seed = $"ESTATION_SEED={seed}";
    }

    public static async Task<TableServerPair> StartAsync(TemporaryFolder folder, int seed)
    {
        string[] folders = [folder.File("one"), folder.File("two")];
        foreach (var path in folders)
            Directory.CreateDirectory(path);
        var servers = await Task.WhenAll(TableServer.StartAsync(folders[0], plain: true), TableServer.StartAsync(folders[1], plain: false));
        return new TableServerPair(folders, servers, seed);
    }

    /// <summary>Each stops, and the other kind opens what it has stored.</summary>
    public async Task ExchangeAsync()
    {
        isFirstPlain = !isFirstPlain;
        for (var i = 0; i < 2; i++)
        {
            await servers[i].DisposeAsync();
            servers[i] = await TableServer.StartAsync(folders[i], plain: i == 0 == isFirstPlain, servers[i]);
        }
    }

    /// <summary>Follows a query to its end.</summary>
    public async Task SendAsync(IEnumerable<TableRequest> requests)
    {
        foreach (var request in requests)
        {
            var next = await SendAsync(request);
            for (var page = 0; next.Count > 0 && page < 10; page++)
            {
                var token = string.Join('&', next.Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}"));
                next = await SendAsync(request with { Query = $"{request.Query ?? "?"}&{token}" });
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    private async Task<IReadOnlyDictionary<string, string>> SendAsync(TableRequest request)
    {
        var answers = await Task.WhenAll(servers.Select(server => server.SendAsync(request)));
        var (plain, indexed) = isFirstPlain ? (answers[0], answers[1]) : (answers[1], answers[0]);
        Assert.True(plain.Told == indexed.Told, $"{seed}\n{request}\nAzurite: {plain.Told}\nindexed: {indexed.Told}");
        return plain.Next;
    }
}
