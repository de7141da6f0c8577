using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Http;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Attendance;

/// <summary>A ticket was scanned by mistake: its holder was not there. Scanning it again adds it again.</summary>
public sealed class CorrectAttendance(
    TrainingTable trainings,
    TrainingTickets tickets,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    TimeProvider time
)
{
    [Function(nameof(CorrectAttendance))]
    [Access(Role.Official, Role.Administrator)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/trainings/{id}/sessions/{n}/attendance/{ticket}")]
            HttpRequest request,
        string id,
        string n,
        string ticket
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out var training))
            return Answer.Refuse(refusal);
        if (
            training.SessionOf(n) is not { } session
            || await tickets.FindAsync(ticket, training, await trainings.ReadSeatsAsync(id), enrolments) is not { } enrolment
        )
            return Answer.Refuse(Refusal.NotFound);
        await attendances.CorrectAsync(training, session, enrolment, caller.Id, time.Now());
        await caller.RecordAsync(training.Village, $"{id} {session} {enrolment.Number}");
        return Answer.Nothing();
    }
}
