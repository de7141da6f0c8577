using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using EStation.Storage;

namespace EStation.Showcase;

/// <summary>A URL, and until when it works.</summary>
internal sealed record Link(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>A staged block.</summary>
internal sealed record Block(string Id, long Size);

/// <summary>
/// The files of videos. <c>uploads</c> is written by owners; <c>held</c> and <c>media</c>, a folder a film, are written by us alone, with
/// exactly the bytes that were checked.
/// </summary>
internal sealed class VideoBlobs(StorageAccounts accounts, Sas sas, TimeProvider time)
{
    public const string Uploads = "uploads";
    public const string Held = "held";
    public const string Media = "media";
    public const string Video = "video";
    public const string Poster = "poster";

    private static readonly TimeSpan UploadTakes = TimeSpan.FromHours(1);
    private static readonly TimeSpan ReadStep = TimeSpan.FromMinutes(4);

    public async Task<Link> UploadAsync(VideoId id, string part)
    {
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + UploadTakes).ToUnixTimeSeconds());
        return new Link(await sas.UrlAsync(Uploads, NameOf(id, part), BlobSasPermissions.Create | BlobSasPermissions.Write, expiresAt), expiresAt);
    }

    /// <summary>
    /// Reads a film's file for 8 to 12 minutes. Within a step of 4 minutes everybody gets the same URL, so that answers with it can be cached.
    /// </summary>
    public async Task<Link> ReadAsync(string container, Film film, string part)
    {
        var now = time.GetUtcNow();
        var expiresAt = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % ReadStep.Ticks), TimeSpan.Zero) + (3 * ReadStep);
        var type = part == Video ? VideoLimits.ContentType : film.PosterType;
        return new Link(await sas.UrlAsync(container, $"{film.Name}/{part}", BlobSasPermissions.Read, expiresAt, type), expiresAt);
    }

    /// <summary>What of an upload is in storage, committed or not.</summary>
    public async Task<IReadOnlyList<Block>> ListBlocksAsync(VideoId id)
    {
        try
        {
            var list = (await BlobOf(Uploads, NameOf(id, Video)).GetBlockListAsync(BlockListTypes.All)).Value;
            return [.. list.UncommittedBlocks.Concat(list.CommittedBlocks).DistinctBy(block => block.Name).Select(block => new Block(block.Name, block.SizeLong))];
        }
        catch (RequestFailedException nothing) when (nothing.Status == 404 || nothing.ErrorCode == BlobErrorCode.InvalidBlobType)
        {
            return [];
        }
    }

    /// <summary>An uploaded file as it is now, or null.</summary>
    public async Task<UploadedFile?> FindAsync(VideoId id, string part)
    {
        var blob = BlobOf(Uploads, NameOf(id, part));
        try
        {
            var found = (await blob.GetPropertiesAsync()).Value;
            var ranges = new FileRanges(found.ContentLength, async (offset, count) =>
                (await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(offset, count), Conditions = new() { IfMatch = found.ETag } })).Value.Content);
            return new UploadedFile(ranges, found.ContentType, found.BlobType == BlobType.Block, found.ETag);
        }
        catch (RequestFailedException nothing) when (nothing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Copies the very bytes that were checked to where their owner cannot write.</summary>
    /// <returns>False when they are no longer those.</returns>
    public Task<bool> HoldAsync(VideoId id, string part, ETag etag, string film) => CopyAsync(Uploads, NameOf(id, part), etag, Held, $"{film}/{part}");

    /// <summary>Copies what was reviewed to where it is shown from.</summary>
    /// <returns>False when it is not held any more: something else was decided.</returns>
    public async Task<bool> PublishAsync(Film film)
    {
        var copied = await Task.WhenAll(new[] { Video, Poster }.Select(part => CopyAsync(Held, $"{film.Name}/{part}", null, Media, $"{film.Name}/{part}")));
        return !copied.Contains(false);
    }

    public Task DeleteAsync(string container, Film film) => Task.WhenAll(
        BlobOf(container, $"{film.Name}/{Video}").DeleteIfExistsAsync(),
        BlobOf(container, $"{film.Name}/{Poster}").DeleteIfExistsAsync());

    /// <summary>Also blocks that were staged and never committed: they go when something else is put in their place.</summary>
    public async Task DeleteUploadAsync(VideoId id, string part)
    {
        var blob = BlobOf(Uploads, NameOf(id, part));
        if (await blob.DeleteIfExistsAsync())
            return;
        await blob.UploadAsync(Stream.Null);
        await blob.DeleteIfExistsAsync();
    }

    /// <summary>Everything in <c>uploads</c>, with what was only staged.</summary>
    public async IAsyncEnumerable<(VideoId Id, string Part, long Bytes)> ListUploadsAsync()
    {
        var uploads = accounts.Blobs.GetBlobContainerClient(Uploads).GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, prefix: null, CancellationToken.None);
        await foreach (var blob in uploads)
        {
            if (blob.Name.Split('/') is [var id, var part] && VideoId.TryParse(id, null, out var video))
                yield return (video, part, blob.Properties.ContentLength ?? 0);
        }
    }

    private async Task<bool> CopyAsync(string from, string name, ETag? etag, string to, string newName)
    {
        // A name stands for its bytes: what is there already, perhaps by a request whose answer was lost, is the same.
        if (await BlobOf(to, newName).ExistsAsync())
            return true;
        var source = await sas.UrlAsync(from, name, BlobSasPermissions.Read, time.GetUtcNow() + ReadStep);
        try
        {
            await accounts.PatientBlobs.GetBlobContainerClient(to).GetBlobClient(newName).SyncCopyFromUriAsync(source, new BlobCopyFromUriOptions { SourceConditions = new() { IfMatch = etag } });
            return true;
        }
        catch (RequestFailedException since) when (since.Status is 404 or 412)
        {
            return false;
        }
    }

    private BlockBlobClient BlobOf(string container, string name) => accounts.Blobs.GetBlobContainerClient(container).GetBlockBlobClient(name);

    private static string NameOf(VideoId id, string part) => $"{id}/{part}";
}

/// <summary>A file that its owner can still overwrite; it is read by its ETag.</summary>
internal sealed record UploadedFile(FileRanges Ranges, string ContentType, bool IsBlockBlob, ETag ETag);
