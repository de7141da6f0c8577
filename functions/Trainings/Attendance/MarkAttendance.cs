using System.Collections.Concurrent;
using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Attendance;

/// <param name="Present">The number of people at the session so far.</param>
/// <param name="Unknown">Tickets without a confirmed seat in this training.</param>
/// <param name="Outside">Tickets with times that cannot be of the session: nothing of theirs is stored.</param>
public sealed record MarkAttendanceResponse(int Present, IReadOnlyList<string> Unknown, IReadOnlyList<string> Outside);

public sealed class MarkAttendance(
    TrainingTable trainings,
    TrainingTickets tickets,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    Pseudonyms pseudonyms,
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
        if (body.Parse().Refused(out refusal, out var marks))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var possible = marks.Where(mark => mark.CanBeOf(training.Sessions[session - 1], now)).ToList();
        var unknown = await AddAsync(training, caller, session, possible, now);
        await caller.RecordAsync(training.Village, $"{id} {session} {possible.Count - unknown.Count}");
        var present = await attendances.ReadAsync(id, session);
        return Answer.Ok(new MarkAttendanceResponse(present.Count, unknown, [.. marks.Except(possible).Select(mark => mark.Name)]));
    }

    private async Task<IReadOnlyList<string>> AddAsync(
        Training training,
        Caller caller,
        int session,
        IReadOnlyList<Mark> marks,
        DateTimeOffset now
    )
    {
        var seats = await trainings.ReadSeatsAsync(training.Id);
        var unknown = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            marks,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (mark, _) =>
            {
                if (await FindAsync(mark, training, seats) is { } enrolment)
                    await attendances.AddAsync(training, session, enrolment, mark, caller.Id, now);
                else
                    unknown.Add(mark.Name);
            }
        );
        return [.. marks.Select(mark => mark.Name).Where(unknown.Contains)];
    }

    private async Task<Enrolment?> FindAsync(Mark mark, Training training, Seats seats)
    {
        if (mark.IsTicket)
            return await tickets.FindAsync(mark.Name, training, seats, enrolments);
        return
            pseudonyms.PersonOf(mark.Name, training.Id) is { } person
            && await enrolments.FindAsync(training, person) is { } enrolment
            && enrolment.StandingIn(seats).State == EnrolmentState.Confirmed
            ? enrolment
            : null;
    }
}
