using System.Text.Json;
using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

public sealed class GetOpenApi
{
    // Lazy, so that the start does not wait for it.
    private static readonly Lazy<JsonElement> Document = new(() => JsonSerializer.SerializeToElement(OpenApi.Document()));
    private static readonly TimeSpan Cacheable = TimeSpan.FromHours(1);

    [Function(nameof(GetOpenApi))]
    [Access(Needs.Nothing)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Answer.Public(Document.Value, Build.Version, Cacheable);
}
