using System.Globalization;
using System.Text.Json.Serialization;
using EStation.Telemetry;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

/// <summary>A refusal as a problem document (RFC 9457).</summary>
public sealed class Problem(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Measures.Refusals.Add(1, Measures.Code(refusal));
        var headers = httpContext.Response.Headers;
        headers.CacheControl = "no-store";
        if (refusal.RetryAfter is { } wait)
            headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            headers.WWWAuthenticate = "Bearer";
        var language = RequestLanguage.One(httpContext.Request);
        var document = new ProblemResponse(
            $"urn:estation:problem:{refusal.Code}",
            refusal.Says.Own(Language.En) ?? refusal.Says.Zh,
            refusal.Status,
            refusal.Says.In(language),
            refusal.Code,
            httpContext.TraceIdentifier,
            ErrorsIn(httpContext.Request, refusal.Errors),
            refusal.Rules?.Select(rule => new BrokenRule(rule.Name, rule.Says.In(language))),
            refusal.Proof
        );
        return Answer.WriteAsync(httpContext, refusal.Status, document, "application/problem+json; charset=utf-8");
    }

    // Programs, which say no language, get what the program writes: English.
    private static IReadOnlyDictionary<string, string[]>? ErrorsIn(HttpRequest request, IReadOnlyDictionary<string, string[]>? errors) =>
        RequestLanguage.Stated(request) is { } language
            ? errors?.ToDictionary(error => error.Key, error => error.Value.Select(reason => Reasons.In(language, reason)).ToArray())
            : errors;
}

public sealed record ProblemResponse(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IEnumerable<BrokenRule>? Rules,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Proof? Proof
);

public sealed record BrokenRule(string Rule, string Detail);
