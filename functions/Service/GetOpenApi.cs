using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

/// <summary>The OpenAPI document of this interface.</summary>
public sealed class GetOpenApi
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromHours(1);

    [Function(nameof(GetOpenApi))]
    [Access(Needs.Nothing)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Answer.Public(OpenApi.Document(), Build.Version, Cacheable);
}
