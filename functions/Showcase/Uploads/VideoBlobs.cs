using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using EStation.Storage;

namespace EStation.Showcase.Uploads;

public sealed record Link(Uri Url, DateTimeOffset ExpiresAt);

public sealed record Block(string Id, long Size);

/// <summary>The files of videos. Owners write <c>uploads</c>. Only the app writes <c>held</c> and <c>media</c>, a folder a film, with
/// exactly the checked bytes.</summary>
public sealed class VideoBlobs(StorageAccounts accounts, Sas sas, TimeProvider time)
{
    public const string Uploads = "uploads";
    public const string Held = "held";
    public const string Media = "media";

    /// <summary>Films that were rejected or taken down, while their owners may appeal.</summary>
    public const string Kept = "kept";
    public const string Video = "video";
    public const string Poster = "poster";

    /// <summary>Storage gives this type to a file whose blocks were committed without one.</summary>
    public const string TypeUnsaid = "application/octet-stream";

    /// <summary>Shorter than the life of a signed URL; shared caches store nothing.</summary>
    private const string CacheControl = "private, max-age=480";

    /// <summary>A copy with its own metadata does not take over the uploader's.</summary>
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

    /// <summary>Reads a film's file for 8 to 12 minutes. Within a step of 4 minutes all callers get the same URL, so that answers with it
    /// can be cached.</summary>
    public async Task<Link> ReadAsync(string container, Film film, string part)
    {
        var now = time.GetUtcNow();
        var expiresAt = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % ReadStep.Ticks), TimeSpan.Zero) + (3 * ReadStep);
        return new Link(
            await sas.UrlAsync(container, $"{film.Name}/{part}", BlobSasPermissions.Read, expiresAt, TypeOf(part, film.PosterType)),
            expiresAt
        );
    }

    /// <summary>The blocks of an upload in storage, committed or not.</summary>
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

    public async Task<long> CountStagedBytesAsync(VideoId id, string part) =>
        (await ReadBlocksAsync(id, part))?.UncommittedBlocks.Sum(block => block.SizeLong) ?? 0;

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

    /// <summary>Copies exactly the checked bytes to a container that the owner cannot write.</summary>
    /// <returns>False when the upload has changed since the check.</returns>
    public Task<bool> HoldAsync(VideoId id, string part, ETag etag, string film, string posterType) =>
        CopyAsync(Uploads, NameOf(id, part), etag, Held, $"{film}/{part}", TypeOf(part, posterType));

    /// <returns>False when the reviewed copy is gone: another decision was faster.</returns>
    public async Task<bool> PublishAsync(Film film) => await CopyAllAsync(film, Held, Media) || await CopyAllAsync(film, Kept, Media);

    public async Task KeepAsync(Film film)
    {
        if (!await CopyAllAsync(film, Held, Kept))
            await CopyAllAsync(film, Media, Kept);
    }

    private async Task<bool> CopyAllAsync(Film film, string from, string to)
    {
        var copied = await Task.WhenAll(
            film.Parts.Select(part =>
                CopyAsync(from, $"{film.Name}/{part}", null, to, $"{film.Name}/{part}", TypeOf(part, film.PosterType))
            )
        );
        return !copied.Contains(false);
    }

    /// <summary>Deletes a film's folder. The program that prepares films may have a lease on its claim.</summary>
    public async Task DeleteAsync(string container, string film)
    {
        var names = new List<string>();
        await foreach (
            var blob in accounts
                .Blobs.GetBlobContainerClient(container)
                .GetBlobsAsync(BlobTraits.None, BlobStates.None, film + "/", default)
        )
            names.Add(blob.Name);
        await Task.WhenAll(names.Select(name => DeleteLeasedAsync(BlobOf(container, name))));
    }

    /// <summary>Films with an outcome of their preparation.</summary>
    public async IAsyncEnumerable<(VideoId Id, string Film)> ListPreparedAsync()
    {
        await foreach (var blob in accounts.Blobs.GetBlobContainerClient(Held).GetBlobsAsync())
        {
            if (blob.Name.Split('/') is [var id, var number, PreparedFilm.Name] && VideoId.TryParse(id, null, out var video))
                yield return (video, $"{id}/{number}");
        }
    }

    public async Task<PreparedFilm?> ReadPreparedAsync(string film)
    {
        try
        {
            return (
                await BlobOf(Held, $"{film}/{PreparedFilm.Name}").DownloadContentAsync()
            ).Value.Content.ToObjectFromJson<PreparedFilm>();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    private static async Task DeleteLeasedAsync(BlockBlobClient blob)
    {
        try
        {
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots);
        }
        catch (RequestFailedException leased) when (leased.Status == 412)
        {
            await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots);
        }
    }

    /// <summary>Deletes also everything that a write signature lets its holder add: snapshots, staged blocks, an infinite lease.</summary>
    public async Task DeleteUploadAsync(VideoId id, string part)
    {
        var blob = BlobOf(Uploads, NameOf(id, part));
        await DeleteLeasedAsync(blob);

        // An upload in the place of staged blocks removes them.
        await blob.UploadAsync(Stream.Null);
        await blob.DeleteIfExistsAsync();
    }

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

    public async IAsyncEnumerable<(VideoId Id, string Film, DateTimeOffset Since)> ListFilmsAsync(string container)
    {
        await foreach (var blob in accounts.Blobs.GetBlobContainerClient(container).GetBlobsAsync())
        {
            if (blob.Name.Split('/') is [var id, var number, _] && VideoId.TryParse(id, null, out var video))
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
            return null; // missing, or a blob that its owner made without blocks
        }
    }

    private async Task<bool> CopyAsync(string from, string name, ETag? etag, string to, string newName, string type)
    {
        var copy = accounts.PatientBlobs.GetBlobContainerClient(to).GetBlobClient(newName);
        try
        {
            // The name is a hash of the bytes: an existing copy, perhaps of a request whose answer was lost, is the same.
            if (!await copy.ExistsAsync())
                await copy.SyncCopyFromUriAsync(
                    await sas.UrlAsync(from, name, BlobSasPermissions.Read, time.GetUtcNow() + ReadStep),
                    new BlobCopyFromUriOptions
                    {
                        SourceConditions = new() { IfMatch = etag },
                        Metadata = OwnMetadata,
                    }
                );
            // A copy takes over the uploader's headers. This call clears those that it does not name, also for a repeated request.
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

    private static string TypeOf(string part, string posterType) =>
        part switch
        {
            Video => VideoLimits.ContentType,
            Poster => posterType,
            _ => PreparedFilm.TypeOf(part),
        };
}

/// <summary>A file that its owner can still overwrite; reads use its ETag.</summary>
public sealed record UploadedFile(FileRanges Ranges, string ContentType, bool IsBlockBlob, ETag ETag);
