using System.Buffers;
using System.IO.Compression;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using EStation.Regions;

namespace EStation.Backups;

/// <summary>
/// Backups in the container <c>backups</c>: a blob <c>{day}/{part}.jsonl.gz</c> for each county's ledger and each other table, a row a line.
/// The container's account deletes them by age (infra/modules/backup.bicep).
/// </summary>
public sealed class BackupBlobs(BlobContainerClient container)
{
    private const string Ending = ".jsonl.gz";
    private const int BufferBytes = 1 << 20;

    /// <summary>The blobs of a day. A blob is stored whole or not at all.</summary>
    public async Task<IReadOnlySet<string>> ListAsync(Day day, CancellationToken cancellation = default)
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{day}/", cancellationToken: cancellation))
            parts.Add(blob.Name[(day.ToString().Length + 1)..^Ending.Length]);
        return parts;
    }

    /// <returns>How many rows were written.</returns>
    public async Task<int> WriteAsync(Day day, string part, IAsyncEnumerable<TableEntity> rows, CancellationToken cancellation = default)
    {
        var count = 0;
        var line = new ArrayBufferWriter<byte>();
        var blob = await container
            .GetBlockBlobClient(NameOf(day, part))
            .OpenWriteAsync(overwrite: true, new BlockBlobOpenWriteOptions { BufferSize = BufferBytes }, cancellation);
        // Closing commits the blob, so a failure on the way must not close it.
        var packed = new GZipStream(blob, CompressionLevel.Optimal);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            RowLine.Write(line, row);
            line.Write("\n"u8);
            await packed.WriteAsync(line.WrittenMemory, cancellation);
            line.ResetWrittenCount();
            count++;
        }

        await packed.DisposeAsync();
        await blob.DisposeAsync();
        return count;
    }

    public async IAsyncEnumerable<TableEntity> ReadAsync(Day day, string part)
    {
        await using var blob = await container.GetBlockBlobClient(NameOf(day, part)).OpenReadAsync();
        await using var packed = new GZipStream(blob, CompressionMode.Decompress);
        using var lines = new StreamReader(packed);
        while (await lines.ReadLineAsync() is { } line)
            yield return RowLine.Read(line);
    }

    public static string PartOf(RegionCode county) => $"ledger/{county.Value}";

    public static string PartOf(string table) => $"tables/{table}";

    private static string NameOf(Day day, string part) => $"{day}/{part}{Ending}";
}
