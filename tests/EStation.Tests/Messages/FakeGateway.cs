using System.Net;
using System.Text;

namespace EStation.Messages;

/// <summary>A gateway that answers as the test says.</summary>
internal sealed class FakeGateway(Func<FakeGateway, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly Lock gate = new();

    public List<Call> Calls { get; } = [];

    /// <summary>Changes while a test goes on.</summary>
    public Func<FakeGateway, HttpResponseMessage> Answer { get; set; } = answer;

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.Single());
        lock (gate)
        {
            Calls.Add(new(request.RequestUri!, headers, request.Content?.Headers.ContentType?.ToString(), body));
            return Answer(this);
        }
    }

    public sealed record Call(Uri Url, IReadOnlyDictionary<string, string> Headers, string? ContentType, string Body)
    {
        public IReadOnlyDictionary<string, string> Query { get; } =
            Url
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('='))
                .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
    }
}
