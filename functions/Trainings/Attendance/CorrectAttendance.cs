using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <summary>A ticket was scanned by mistake: its holder was not there. Scanning it again adds it again.</summary>
public sealed class CorrectAttendance(
    Officials officials,
    TrainingTable trainings,
    TrainingTickets tickets,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    TimeProvider time
)
{
    [Function(nameof(CorrectAttendance))]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/trainings/{id}/sessions/{n}/attendance/{ticket}")]
            HttpRequest request,
        string id,
        string n,
        string ticket
    )
    {
        if ((await officials.OfAsync(request, id, nameof(CorrectAttendance))).Refused(out var refusal, out var matter))
            return Answer.Refuse(refusal);
        if (
            matter.Training.SessionOf(n) is not { } session
            || await tickets.FindAsync(ticket, matter.Training, await trainings.ReadPlacesAsync(id), enrolments) is not { } enrolment
        )
            return Answer.Refuse(Refusal.NotFound);
        await attendances.CorrectAsync(matter.Training, session, enrolment, matter.Official.Id, time.Now());
        await officials.RecordAsync(matter, nameof(CorrectAttendance), $"{session} {enrolment.Number}");
        return Answer.Nothing();
    }
}
