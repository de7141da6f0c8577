using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using EStation.Storage;

namespace EStation.Showcase.Uploads;

/// <summary>
/// Signs URLs that let somebody do one thing with one blob for a while: on Azurite with the account key, in Azure, where account keys are
/// off, with a user delegation key, which our identity asks for once an hour.
/// </summary>
public sealed class Sas(BlobServiceClient blobs, TimeProvider time)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeyFreshness = TimeSpan.FromHours(1);

    private readonly Cached<UserDelegationKey> key = new(
        async () =>
            await blobs.GetUserDelegationKeyAsync(
                new BlobGetUserDelegationKeyOptions(time.GetUtcNow() + KeyFreshness + Longest) { StartsOn = time.GetUtcNow() - ClockSkew }
            ),
        time,
        KeyFreshness
    );

    /// <param name="contentType">As which it will be served, whatever it was stored as.</param>
    public async Task<Uri> UrlAsync(
        string container,
        string name,
        BlobSasPermissions may,
        DateTimeOffset expiresAt,
        string? contentType = null
    )
    {
        var blob = blobs.GetBlobContainerClient(container).GetBlobClient(name);
        var grant = new BlobSasBuilder(may, expiresAt)
        {
            BlobContainerName = container,
            BlobName = name,
            ContentType = contentType,
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        return blob.CanGenerateSasUri ? blob.GenerateSasUri(grant) : blob.GenerateUserDelegationSasUri(grant, await key.GetAsync());
    }
}
