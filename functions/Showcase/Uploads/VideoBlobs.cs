using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using EStation.Storage;

namespace EStation.Showcase.Uploads;

/// <summary>A URL, and until when it works.</summary>
public sealed record Link(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>A staged block.</summary>
public sealed record Block(string Id, long Size);

/// <summary>
/// The files of videos. <c>uploads</c> is written by owners; <c>held</c> and <c>media</c>, a folder a film, are written by us alone, with
/// exactly the bytes that were checked.
/// </summary>
public sealed class VideoBlobs(StorageAccounts accounts, Sas sas, TimeProvider time)
{
    public const string Uploads = "uploads";
    public const string Held = "held";
    public const string Media = "media";
    public const string Video = "video";
    public const string Poster = "poster";

    /// <summary>What storage calls a file whose blocks were put together without saying a type.</summary>
    public const string TypeUnsaid = "application/octet-stream";

    /// <summary>Shorter than a signed URL works; shared caches keep nothing.</summary>
    private const string CacheControl = "private, max-age=480";

    /// <summary>A copy that is given metadata does not take over the uploader's.</summary>
    private static readonly Dictionary<string, string> OwnMetadata = new() { ["copied"] = "checked" };

    private static readonly TimeSpan UploadTakes = TimeSpan.FromHours(1);
    private static readonly TimeSpan ReadStep = TimeSpan.FromMinutes(4);

    public async Task<Link> UploadAsync(VideoId id, string part)
    {
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + UploadTakes).ToUnixTimeSeconds());
        return new Link(
            await sas.UrlAsync(Uploads, NameOf(id, part), BlobSasPermissions.Create | BlobSasPermissions.Write, expiresAt),
            expiresAt
        );
    }

    /// <summary>
    /// Reads a film's file for 8 to 12 minutes. Within a step of 4 minutes everybody gets the same URL, so that answers with it can be
    /// cached.
    /// </summary>
    public async Task<Link> ReadAsync(string container, Film film, string part)
    {
        var now = time.GetUtcNow();
        var expiresAt = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % ReadStep.Ticks), TimeSpan.Zero) + (3 * ReadStep);
        return new Link(
            await sas.UrlAsync(container, $"{film.Name}/{part}", BlobSasPermissions.Read, expiresAt, TypeOf(part, film.PosterType)),
            expiresAt
        );
    }

    /// <summary>What of an upload is in storage, committed or not.</summary>
    public async Task<IReadOnlyList<Block>> ListBlocksAsync(VideoId id)
    {
        var list = await ReadBlocksAsync(id, Video);
        return
        [
            .. (list?.UncommittedBlocks ?? [])
                .Concat(list?.CommittedBlocks ?? [])
                .DistinctBy(block => block.Name)
                .Select(block => new Block(block.Name, block.SizeLong)),
        ];
    }

    /// <summary>What waits to be committed, beside what may be committed already.</summary>
    public async Task<long> CountStagedBytesAsync(VideoId id, string part) =>
        (await ReadBlocksAsync(id, part))?.UncommittedBlocks.Sum(block => block.SizeLong) ?? 0;

    /// <summary>An uploaded file as it is now, or null.</summary>
    public async Task<UploadedFile?> FindAsync(VideoId id, string part)
    {
        var blob = BlobOf(Uploads, NameOf(id, part));
        try
        {
            var found = (await blob.GetPropertiesAsync()).Value;
            var ranges = new FileRanges(found.ContentLength, async (offset, count) => (
                        await blob.DownloadContentAsync(
                            new BlobDownloadOptions
                            {
                                Range = new HttpRange(offset, count),
                                Conditions = new() { IfMatch = found.ETag },
                            }
                        )
                    ).Value.Content);
            return new UploadedFile(ranges, found.ContentType, found.BlobType == BlobType.Block, found.ETag);
        }
        catch (RequestFailedException nothing) when (nothing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Copies the very bytes that were checked to where their owner cannot write.</summary>
    /// <returns>False when they are no longer those.</returns>
    public Task<bool> HoldAsync(VideoId id, string part, ETag etag, string film, string posterType) =>
        CopyAsync(Uploads, NameOf(id, part), etag, Held, $"{film}/{part}", TypeOf(part, posterType));

    /// <summary>Copies what was reviewed to where it is shown from.</summary>
    /// <returns>False when it is not held any more: something else was decided.</returns>
    public async Task<bool> PublishAsync(Film film)
    {
        var copied = await Task.WhenAll(
            new[] { Video, Poster }.Select(part =>
                CopyAsync(Held, $"{film.Name}/{part}", null, Media, $"{film.Name}/{part}", TypeOf(part, film.PosterType))
            )
        );
        return !copied.Contains(false);
    }

    /// <param name="container">Held or media.</param>
    /// <param name="film">By its name.</param>
    public Task DeleteAsync(string container, string film) =>
        Task.WhenAll(
            BlobOf(container, $"{film}/{Video}").DeleteIfExistsAsync(),
            BlobOf(container, $"{film}/{Poster}").DeleteIfExistsAsync()
        );

    /// <summary>
    /// With whatever a signature to write lets its holder add: snapshots, blocks that are only staged, a lease that never ends.
    /// </summary>
    public async Task DeleteUploadAsync(VideoId id, string part)
    {
        var blob = BlobOf(Uploads, NameOf(id, part));
        try
        {
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots);
        }
        catch (RequestFailedException leased) when (leased.Status == 412)
        {
            await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots);
        }

        // Staged blocks go when something else is put in their place.
        await blob.UploadAsync(Stream.Null);
        await blob.DeleteIfExistsAsync();
    }

    /// <summary>Everything in <c>uploads</c>, with what was only staged.</summary>
    public async IAsyncEnumerable<(VideoId Id, string Part, long Bytes)> ListUploadsAsync()
    {
        var uploads = accounts
            .Blobs.GetBlobContainerClient(Uploads)
            .GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, prefix: null, CancellationToken.None);
        await foreach (var blob in uploads)
        {
            if (blob.Name.Split('/') is [var id, var part] && VideoId.TryParse(id, null, out var video))
                yield return (video, part, blob.Properties.ContentLength ?? 0);
        }
    }

    /// <summary>The films in <c>held</c>, by name, and since when they are there.</summary>
    public async IAsyncEnumerable<(VideoId Id, string Film, DateTimeOffset Since)> ListHeldAsync()
    {
        await foreach (var blob in accounts.Blobs.GetBlobContainerClient(Held).GetBlobsAsync())
        {
            if (blob.Name.Split('/') is [var id, var number, Video or Poster] && VideoId.TryParse(id, null, out var video))
                yield return (video, $"{id}/{number}", blob.Properties.LastModified!.Value);
        }
    }

    private async Task<BlockList?> ReadBlocksAsync(VideoId id, string part)
    {
        try
        {
            return await BlobOf(Uploads, NameOf(id, part)).GetBlockListAsync(BlockListTypes.All);
        }
        catch (RequestFailedException nothing) when (nothing.Status is 404 or 409)
        {
            return null; // not there, or something that its owner made of other than blocks
        }
    }

    private async Task<bool> CopyAsync(string from, string name, ETag? etag, string to, string newName, string type)
    {
        var copy = accounts.PatientBlobs.GetBlobContainerClient(to).GetBlobClient(newName);
        try
        {
            // A name stands for its bytes: what is there already, perhaps by a request whose answer was lost, is the same.
            if (!await copy.ExistsAsync())
                await copy.SyncCopyFromUriAsync(
                    await sas.UrlAsync(from, name, BlobSasPermissions.Read, time.GetUtcNow() + ReadStep),
                    new BlobCopyFromUriOptions
                    {
                        SourceConditions = new() { IfMatch = etag },
                        Metadata = OwnMetadata,
                    }
                );
            // A copy takes over the uploader's headers. Those that are not named here are cleared, also by a request that is repeated.
            await copy.SetHttpHeadersAsync(new BlobHttpHeaders { ContentType = type, CacheControl = CacheControl });
            return true;
        }
        catch (RequestFailedException since) when (since.Status is 404 or 412)
        {
            return false;
        }
    }

    private BlockBlobClient BlobOf(string container, string name) =>
        accounts.Blobs.GetBlobContainerClient(container).GetBlockBlobClient(name);

    private static string NameOf(VideoId id, string part) => $"{id}/{part}";

    private static string TypeOf(string part, string posterType) => part == Video ? VideoLimits.ContentType : posterType;
}

/// <summary>A file that its owner can still overwrite; it is read by its ETag.</summary>
public sealed record UploadedFile(FileRanges Ranges, string ContentType, bool IsBlockBlob, ETag ETag);
