using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Attendance;

public sealed record MarkAttendanceRequest(
    [property: MinLength(1), MaxLength(MarkAttendanceRequest.MostTickets)] IReadOnlyList<string?>? Tickets
)
{
    /// <summary>A body takes 64 KiB; a scanner sends the rest in the next.</summary>
    private const int MostTickets = 250;

    public Result<IReadOnlyList<string>> Parse()
    {
        var check = new Validation();
        check.Check(Tickets is { Count: >= 1 and <= MostTickets }, "tickets", $"must be 1 to {MostTickets}");
        check.Check(Tickets?.All(ticket => ticket is not null) ?? true, "tickets", "has what is no text");
        return check.Or<IReadOnlyList<string>>(() => [.. Tickets!.Select(ticket => ticket!).Distinct()]);
    }
}

/// <param name="Present">How many were at the session, as far as is known by now.</param>
/// <param name="Unknown">Tickets of nobody who has a place in this training.</param>
public sealed record MarkAttendanceResponse(int Present, IReadOnlyList<string> Unknown);

/// <summary>Adds those whose tickets were scanned, also late, repeated, and from several devices.</summary>
public sealed class MarkAttendance(
    TrainingTable trainings,
    TrainingTickets tickets,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    TimeProvider time
)
{
    private const int AtOnce = 32;

    [Function(nameof(MarkAttendance))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<MarkAttendanceRequest>]
    [Answers<MarkAttendanceResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/trainings/{id}/sessions/{n}/attendance")] HttpRequest request,
        string id,
        string n,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out var training))
            return Answer.Refuse(refusal);
        if (training.SessionOf(n) is not { } session)
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadAsync<MarkAttendanceRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var scanned))
            return Answer.Refuse(refusal);

        var unknown = await AddAsync(training, caller, session, scanned);
        await caller.RecordAsync(training.Village, $"{id} {session} {scanned.Count - unknown.Count}");
        var present = await attendances.ReadAsync(id, session);
        return Answer.Ok(new MarkAttendanceResponse(present.Count, unknown));
    }

    private async Task<IReadOnlyList<string>> AddAsync(Training training, Caller caller, int session, IReadOnlyList<string> scanned)
    {
        var seats = await trainings.ReadSeatsAsync(training.Id);
        var unknown = new ConcurrentBag<string>();
        var now = time.Now();
        await Parallel.ForEachAsync(
            scanned,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (ticket, _) =>
            {
                if (await tickets.FindAsync(ticket, training, seats, enrolments) is { } enrolment)
                    await attendances.AddAsync(training, session, enrolment, caller.Id, now);
                else
                    unknown.Add(ticket);
            }
        );
        return [.. scanned.Where(unknown.Contains)];
    }
}
