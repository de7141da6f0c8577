using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace EStation.LocalHost;

public sealed class AzuriteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_serves_tables_and_blobs_and_keeps_them_for_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await Azurite.StartAsync(new AzuriteSetup { Folder = folder.Path }, Cancellation))
        {
            await Table(first).CreateAsync(Cancellation);
            await Table(first).AddEntityAsync(new TableEntity("p", "r"), Cancellation);
            await Container(first).CreateAsync(cancellationToken: Cancellation);
            await Container(first).UploadBlobAsync("b", BinaryData.FromString("text"), Cancellation);
        }

        await using var second = await Azurite.StartAsync(new AzuriteSetup { Folder = folder.Path }, Cancellation);

        Assert.Equal("r", (await Table(second).GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value.RowKey);
        Assert.Equal("text", (await Container(second).GetBlobClient("b").DownloadContentAsync(Cancellation)).Value.Content.ToString());
    }

    [Fact]
    public async Task Whoever_starts_it_on_one_folder_at_the_same_moment_shares_it_until_the_last_has_gone()
    {
        using var folder = new TemporaryFolder();
        var setup = new AzuriteSetup { Folder = folder.Path };
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Azurite.StartAsync(setup, Cancellation)));
        Assert.Single(all.Select(azurite => (azurite.BlobPort, azurite.TablePort)).Distinct());

        foreach (var azurite in all[..3])
            await azurite.DisposeAsync();
        await Table(all[3]).CreateAsync(Cancellation);
        Assert.True(AzuriteServer.IsOpen(all[3].TablePort));

        await all[3].DisposeAsync();
        Assert.False(AzuriteServer.IsOpen(all[3].TablePort));
        Assert.False(AzuriteServer.IsOpen(all[3].BlobPort));
    }

    [Fact]
    public async Task Accounts_do_not_see_one_another()
    {
        await using var azurite = await Azurite.StartAsync(new AzuriteSetup { Accounts = ["one", "two"], InMemory = true }, Cancellation);
        await new TableServiceClient(azurite.ConnectionString("one")).CreateTableAsync("Mine", Cancellation);

        Assert.Empty(new TableServiceClient(azurite.ConnectionString("two")).Query(cancellationToken: Cancellation));
        Assert.Single(new TableServiceClient(azurite.ConnectionString("one")).Query(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_port_that_is_taken_by_another_program_is_used_as_it_is()
    {
        await using var foreign = await Azurite.StartAsync(new AzuriteSetup { InMemory = true }, Cancellation);
        using var folder = new TemporaryFolder();
        var setup = new AzuriteSetup
        {
            Folder = folder.Path,
            BlobPort = foreign.BlobPort,
            TablePort = foreign.TablePort,
        };
        await (await Azurite.StartAsync(setup, Cancellation)).DisposeAsync();

        await Table(foreign).CreateAsync(Cancellation);
    }

    private static TableClient Table(Azurite azurite) => new(azurite.ConnectionString(), "Kept");

    private static BlobContainerClient Container(Azurite azurite) =>
        new(azurite.ConnectionString(), "kept", new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06));
}
