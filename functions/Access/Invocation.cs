using Microsoft.AspNetCore.Http;

namespace EStation.Access;

public sealed record Invocation(string Function, string Subject)
{
    public static string SubjectOf(HttpRequest request) => request.RouteValues.Values.FirstOrDefault() as string ?? "";
}
