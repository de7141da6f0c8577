namespace EStation.LocalHost;

/// <summary>The options of Azurite. Without a folder all data is temporary.</summary>
internal sealed record AzuriteSetup
{
    public string? Folder { get; init; }

    public int BlobPort { get; init; }

    public int TablePort { get; init; }

    /// <summary>The accounts served, devstoreaccount1 alone when empty. Tests isolate themselves by account.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    public bool InMemory { get; init; }

    /// <summary>Tables without <c>indexed-tables.cjs</c>: only for the test that compares the two.</summary>
    public bool PlainTables { get; init; }

    /// <summary>A PEM certificate and its key: HTTPS and bearer tokens (<c>--oauth basic</c>), which user delegation SAS needs.</summary>
    public (string Certificate, string Key)? Https { get; init; }
}
