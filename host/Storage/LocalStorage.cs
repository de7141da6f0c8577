namespace EStation.LocalHost;

/// <summary>The ports of a storage that is Azurite's own account on this machine, so that this host starts it.</summary>
internal sealed record LocalStorage(int BlobPort, int TablePort)
{
    public static LocalStorage? Of(string? connectionString)
    {
        var parts = Parts(connectionString ?? "");
        if (parts.GetValueOrDefault("UseDevelopmentStorage") == "true")
            return new LocalStorage(10000, 10002);
        if (parts.GetValueOrDefault("AccountName") != DevelopmentAccount.Name)
            return null;
        return LoopbackPort(parts, "BlobEndpoint") is { } blob && LoopbackPort(parts, "TableEndpoint") is { } table
            ? new LocalStorage(blob, table)
            : null;
    }

    public Task<Azurite> StartAsync(string dataPath, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(dataPath, $"azurite-{BlobPort}");
        return Azurite.StartAsync(
            new AzuriteSetup
            {
                Folder = folder,
                BlobPort = BlobPort,
                TablePort = TablePort,
            },
            cancellationToken
        );
    }

    private static Dictionary<string, string> Parts(string connectionString) =>
        connectionString
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    private static int? LoopbackPort(Dictionary<string, string> parts, string endpoint) =>
        Uri.TryCreate(parts.GetValueOrDefault(endpoint), UriKind.Absolute, out var uri) && uri.IsLoopback ? uri.Port : null;
}
