using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace EStation.Films;

/// <summary>The films that wait, in the container <c>held</c>: a folder a submission. The folder's name follows from the bytes.</summary>
internal sealed class HeldFilms(BlobContainerClient held)
{
    public const string Video = "video";
    private const string Claim = "claim";

    private static readonly TimeSpan ClaimTakes = TimeSpan.FromSeconds(60);

    /// <summary>Films without an outcome, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> ListWaitingAsync(CancellationToken cancellation)
    {
        var films = new Dictionary<string, DateTimeOffset>();
        var prepared = new HashSet<string>();
        await foreach (var blob in held.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellation))
        {
            var end = blob.Name.LastIndexOf('/');
            var (film, name) = (blob.Name[..Math.Max(end, 0)], blob.Name[(end + 1)..]);
            if (name == Video)
                films[film] = blob.Properties.LastModified ?? default;
            else if (name == PreparedFilm.Name)
                prepared.Add(film);
        }

        return [.. films.Where(film => !prepared.Contains(film.Key)).OrderBy(film => film.Value).Select(film => film.Key)];
    }

    /// <returns>Null when another instance has the film. After a death its claim ends within a minute.</returns>
    public async Task<FilmClaim?> ClaimAsync(string film, CancellationToken cancellation)
    {
        var claim = held.GetBlockBlobClient($"{film}/{Claim}");
        try
        {
            await claim.UploadAsync(Stream.Null, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // Another instance began, and may be dead.
        }

        try
        {
            var lease = claim.GetBlobLeaseClient();
            await lease.AcquireAsync(ClaimTakes, conditions: null, cancellation);
            return new FilmClaim(lease, ClaimTakes / 3);
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 409)
        {
            return null;
        }
    }

    public async Task<bool> IsPreparedAsync(string film, CancellationToken cancellation) =>
        await held.GetBlobClient($"{film}/{PreparedFilm.Name}").ExistsAsync(cancellation);

    /// <returns>The file's ETag, or null when the film is gone.</returns>
    public async Task<ETag?> DownloadAsync(string film, string path, CancellationToken cancellation)
    {
        try
        {
            var response = await held.GetBlobClient($"{film}/{Video}").DownloadToAsync(path, cancellation);
            return response.Headers.ETag;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    public Task UploadAsync(string film, string name, string path, string type, CancellationToken cancellation) =>
        held.GetBlobClient($"{film}/{name}")
            .UploadAsync(path, new BlobUploadOptions { HttpHeaders = new() { ContentType = type } }, cancellation);

    /// <returns>False when another instance has stored an outcome, or the film is gone.</returns>
    public async Task<bool> FinishAsync(string film, PreparedFilm prepared, CancellationToken cancellation)
    {
        if (!await held.GetBlobClient($"{film}/{Video}").ExistsAsync(cancellation))
            return false;
        try
        {
            await held.GetBlobClient($"{film}/{PreparedFilm.Name}")
                .UploadAsync(
                    BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(prepared)),
                    new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } },
                    cancellation
                );
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes the files of attempts that nobody will finish.</summary>
    public async Task ClearAttemptsAsync(string film, string? except, CancellationToken cancellation)
    {
        await foreach (var name in ListAttemptsAsync(film, except, cancellation))
            await held.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    private async IAsyncEnumerable<string> ListAttemptsAsync(
        string film,
        string? except,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var blob in held.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{film}/try-", cancellation))
        {
            if (except is null || !blob.Name.StartsWith($"{film}/{except}-", StringComparison.Ordinal))
                yield return blob.Name;
        }
    }
}
