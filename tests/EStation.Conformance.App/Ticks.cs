using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Conformance;

/// <summary>Timers, and what they were told.</summary>
public sealed class Ticks(TickTable table)
{
    /// <summary>Once a minute: the least that the host keeps a status of.</summary>
    [Function("Minutely")]
    public Task Minutely([TimerTrigger("%MinutelySchedule%")] TimerInfo timer) => table.AddAsync("Minutely", timer);

    /// <summary>More often than once a minute there is no status.</summary>
    [Function("Often")]
    public Task Often([TimerTrigger("*/2 * * * * *")] TimerInfo timer) => table.AddAsync("Often", timer);

    /// <summary>At the turn of a year: runs by itself only when it was missed.</summary>
    [Function("Yearly")]
    public Task Yearly([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => table.AddAsync("Yearly", timer);

    [Function("Told")]
    public async Task<IResult> Told(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ticks/{timer}")] HttpRequest request,
        string timer
    )
    {
        var since = DateTimeOffset.Parse(request.Query["since"].ToString(), CultureInfo.InvariantCulture);
        return Results.Json(await table.ReadAsync(timer, since));
    }
}
