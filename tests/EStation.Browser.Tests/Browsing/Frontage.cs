using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EStation.Browsing;

/// <summary>
/// Between a phone and a site: a line that may accept and never answer, or a site as it was before its last deployment, with parts of other
/// names.
/// </summary>
internal sealed class Frontage : IAsyncDisposable
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Content-Length",
        "Content-Security-Policy", // it names the page's script by its hash
        "Date",
        "Host",
        "Keep-Alive",
        "Server",
        "Transfer-Encoding",
    };

    private readonly WebApplication app;
    private readonly HttpClient site;
    private readonly ConcurrentDictionary<string, string> before = new();
    private volatile TaskCompletionSource? silence;

    private Frontage(WebApplication app, Uri site) =>
        (this.app, this.site) = (app, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site });

    public Uri Address => new(app.Urls.Single());

    /// <summary>Requests whose paths contain this are answered with it, 200: a part that is broken.</summary>
    public (string Path, string Body)? Instead { get; set; }

    public static async Task<Frontage> OpenAsync(Uri site)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var frontage = new Frontage(builder.Build(), site);
        frontage.app.Run(frontage.AnswerAsync);
        await frontage.app.StartAsync();
        return frontage;
    }

    /// <summary>From here on requests are accepted and not answered.</summary>
    public void FallSilent() => silence = new();

    /// <summary>Those that still wait are answered, too.</summary>
    public void Speak()
    {
        silence?.TrySetResult();
        silence = null;
    }

    /// <summary>The site as it was: the page, its worker and this part under a name that it had before.</summary>
    public async Task HasBeforeAsync(string part)
    {
        var page = await site.GetStringAsync("");
        var at = page.IndexOf($"/{part}.", StringComparison.Ordinal) + part.Length + 2;
        before[page[at..(at + 12)]] = "0123456789ab";
    }

    /// <summary>The site as it is: what it had before is gone.</summary>
    public void Deploy() => before.Clear();

    public async ValueTask DisposeAsync()
    {
        Speak();
        await app.DisposeAsync();
        site.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (silence is { } waiting)
            await waiting.Task.WaitAsync(context.RequestAborted);
        var path = context.Request.Path + context.Request.QueryString;
        if (Instead is { } instead && path.Contains(instead.Path, StringComparison.Ordinal))
        {
            context.Response.ContentType = "text/javascript";
            await context.Response.WriteAsync(instead.Body);
            return;
        }

        foreach (var (now, then) in before)
            path = path.Replace(then, now, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), path);
        if (context.Request.ContentLength > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
            if (!Skipped.Contains(name) && name != "Accept-Encoding" && name != "If-None-Match")
                if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                    request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        using var answer = await site.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (!Skipped.Contains(name))
                context.Response.Headers[name] = values.ToArray();
        if (path.StartsWith("/api/", StringComparison.Ordinal) && answer.Headers.CacheControl?.Public == true)
            context.Response.Headers.CacheControl = "public, max-age=0"; // as after a while: the browser's own cache has run out
        context.Response.Headers.Date = answer.Headers.Date?.ToString("r");
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (!before.IsEmpty && answer.Content.Headers.ContentType?.MediaType is "text/html" or "text/javascript")
            body = Encoding.UTF8.GetBytes(
                before.Aggregate(Encoding.UTF8.GetString(body), (text, part) => text.Replace(part.Key, part.Value))
            );
        if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
