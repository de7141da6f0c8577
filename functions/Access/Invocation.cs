using Microsoft.AspNetCore.Http;

namespace EStation.Access;

/// <summary>What the audit says of a request besides who, when and where.</summary>
/// <param name="Function">The function's name, which is the audit's action.</param>
/// <param name="Subject">What it is about, as long as the function does not know better: the first value of the path.</param>
public sealed record Invocation(string Function, string Subject)
{
    public static string SubjectOf(HttpRequest request) => request.RouteValues.Values.FirstOrDefault() as string ?? "";
}
