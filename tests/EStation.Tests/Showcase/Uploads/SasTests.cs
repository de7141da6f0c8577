using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using EStation.LocalHost;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Showcase.Uploads;

/// <summary>Signing as in Azure, where account keys are off: by an identity, over HTTPS, with a user delegation key.</summary>
public sealed class SasTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("estation-sas-");
    private readonly HttpClient http = new(
        new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }
    );
    private Azurite? azurite;

    public async ValueTask InitializeAsync() =>
        azurite = await Azurite.StartAsync(new AzuriteSetup { InMemory = true, Https = Certificate() });

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await azurite!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_delegation_key_signs_many_urls_each_for_one_thing_with_one_blob()
    {
        var keysAsked = 0;
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var sas = new Sas(Client(() => keysAsked++), time);
        await Client(() => { }).CreateBlobContainerAsync("uploads");

        var write = await sas.UrlAsync(
            "uploads",
            "one",
            BlobSasPermissions.Create | BlobSasPermissions.Write,
            time.GetUtcNow().AddHours(1)
        );
        var read = await sas.UrlAsync("uploads", "one", BlobSasPermissions.Read, time.GetUtcNow().AddMinutes(10), "video/mp4");
        Assert.Contains("skoid=", write.Query, StringComparison.Ordinal);
        Assert.Contains("spr=https&", write.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, await PutAsync(write));
        Assert.Equal("video/mp4", (await http.GetAsync(read)).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(write)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync(read));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await PutAsync(new UriBuilder(write) { Path = write.AbsolutePath.Replace("/one", "/two", StringComparison.Ordinal) }.Uri)
        );
        Assert.Equal(1, keysAsked);
        time.Advance(TimeSpan.FromMinutes(61));
        await sas.UrlAsync("uploads", "one", BlobSasPermissions.Read, time.GetUtcNow().AddMinutes(10));
        Assert.Equal(2, keysAsked);
    }

    private async Task<HttpStatusCode> PutAsync(Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url)
        {
            Content = new StringContent("film"),
            Headers = { { "x-ms-blob-type", "BlockBlob" } },
        };
        return (await http.SendAsync(request)).StatusCode;
    }

    private BlobServiceClient Client(Action keyAsked)
    {
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06) { Transport = new HttpClientTransport(http) };
        options.AddPolicy(new KeyWatch(keyAsked), HttpPipelinePosition.PerCall);
        return new BlobServiceClient(
            new Uri($"https://127.0.0.1:{azurite!.BlobPort}/{DevelopmentAccount.Name}"),
            new AnyIdentity(),
            options
        );
    }

    private (string Certificate, string Key) Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var files = (Path.Combine(folder.FullName, "certificate.pem"), Path.Combine(folder.FullName, "key.pem"));
        File.WriteAllText(files.Item1, certificate.ExportCertificatePem());
        File.WriteAllText(files.Item2, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    private sealed class KeyWatch(Action keyAsked) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Uri.Query.Contains("userdelegationkey", StringComparison.Ordinal))
                keyAsked();
        }
    }

    /// <summary>Azurite reads who a token says it is for, and until when; not who signed it.</summary>
    private sealed class AnyIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            var until = DateTimeOffset.UtcNow.AddHours(1);
            var tenant = Guid.NewGuid().ToString();
            var token = new JsonWebTokenHandler().CreateToken(
                new SecurityTokenDescriptor
                {
                    Issuer = $"https://sts.windows.net/{tenant}/",
                    Audience = "https://storage.azure.com",
                    NotBefore = DateTime.UtcNow.AddMinutes(-5),
                    Expires = until.UtcDateTime,
                    Claims = new Dictionary<string, object> { ["oid"] = Guid.NewGuid().ToString(), ["tid"] = tenant },
                    SigningCredentials = new SigningCredentials(
                        new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)),
                        SecurityAlgorithms.HmacSha256
                    ),
                }
            );
            return new AccessToken(token, until);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
