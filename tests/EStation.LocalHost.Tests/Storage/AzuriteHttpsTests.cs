using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace EStation.LocalHost;

public sealed class AzuriteHttpsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task With_a_certificate_it_gives_user_delegation_keys_as_Azure_does()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var azurite = await Azurite.StartAsync(new AzuriteSetup { InMemory = true, Https = Certificate() }, cancellation);
        using var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06) { Transport = new HttpClientTransport(handler) };
        var endpoint = new Uri($"https://127.0.0.1:{azurite.BlobPort}/{DevelopmentAccount.Name}");
        var now = DateTimeOffset.UtcNow;

        var key = await new BlobServiceClient(endpoint, new Unsigned(), options).GetUserDelegationKeyAsync(
            now,
            now.AddHours(1),
            cancellation
        );

        Assert.NotEmpty(key.Value.Value);
    }

    private (string Certificate, string Key) Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(folder.File("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.File("key.pem"), key.ExportRSAPrivateKeyPem());
        return (folder.File("cert.pem"), folder.File("key.pem"));
    }

    /// <summary>Azurite looks at a token's claims, not at its signature.</summary>
    private sealed class Unsigned : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            var now = DateTimeOffset.UtcNow;
            var claims = $$"""
                {
                  "aud": "https://storage.azure.com",
                  "iss": "https://sts.windows.net/00000000-0000-0000-0000-000000000000/",
                  "oid": "o",
                  "tid": "t",
                  "iat": {{now.ToUnixTimeSeconds()}},
                  "nbf": {{now.AddMinutes(-1).ToUnixTimeSeconds()}},
                  "exp": {{now.AddHours(1).ToUnixTimeSeconds()}}
                }
                """;
            return new AccessToken($"{Encode("""{ "alg": "none", "typ": "JWT" }""")}.{Encode(claims)}.{Encode("none")}", now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));

        private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }
}
