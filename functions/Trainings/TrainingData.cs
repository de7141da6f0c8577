using EStation.People;
using EStation.Privacy;
using EStation.Trainings.Attendance;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

/// <summary>Keeps sign-ups, certificates and feedback without the name. A seat in a future training goes to the next in the waiting
/// list.</summary>
public sealed class TrainingData(
    TrainingTable trainings,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    CertificateTable certificates,
    FeedbackTable feedbacks,
    PersonTable people,
    TimeProvider time
) : IPersonalData
{
    public string Name => "trainings";

    public async Task<object?> ExportAsync(Person person)
    {
        var all = new List<object>();
        var own = (await enrolments.ReadMembershipsAsync(person.Id)).Select(training => (training, person.Id));
        foreach (var (id, who) in own.Concat(await enrolments.ReadGuestsAsync(person.Id)))
        {
            if (
                await trainings.FindAsync(id) is not { } training
                || await enrolments.FindAsync(training, who, activeOnly: false) is not { } enrolment
            )
                continue;
            var certificate = await certificates.FindNumberAsync(id, who) is { } number ? await certificates.FindAsync(number) : null;
            all.Add(
                new
                {
                    Training = id,
                    training.Title,
                    enrolment.Name,
                    enrolment.Number,
                    enrolment.Village,
                    enrolment.Audience,
                    SignedUpBy = enrolment.Vouched ? "official"
                    : enrolment.IsByAnother ? "other"
                    : "self",
                    enrolment.At,
                    enrolment.CancelledAt,
                    enrolment.Answers,
                    Attended = await attendances.HasAttendedAsync(training, who),
                    Certificate = certificate,
                    Feedback = await feedbacks.FindAsync(training, who),
                }
            );
        }

        return all;
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        foreach (var id in await enrolments.ReadMembershipsAsync(erasure.Person))
        {
            if (await trainings.FindFreshAsync(id) is { } training)
                await ForgetAsync(training, erasure.Person);
            if (erasure.IsLastLook)
                await enrolments.ForgetMembershipAsync(id, erasure.Person);
        }

        // Includes guests of the phone in any state.
        foreach (var (id, guest) in await enrolments.ReadGuestsAsync(erasure.Person))
        {
            if (await trainings.FindFreshAsync(id) is { } training)
                await ForgetAsync(training, guest);
            await people.DeleteAsync(guest);
            if (erasure.IsLastLook)
                await enrolments.ForgetGuestAsync(erasure.Person, id, guest);
        }
    }

    private async Task ForgetAsync(Training training, string person)
    {
        // Refused for a past or cancelled training, which needs no change of seats.
        var withdrawn = await enrolments.WithdrawAsync(training, person, time.Now());
        if (withdrawn.Refused(out var refusal, out _) && refusal == TrainingRefusals.Changed)
            throw new UnavailableException("A training was changed meanwhile; the erasure goes on with the next try.");
        await enrolments.ForgetNameAsync(training, person);
        await feedbacks.ForgetCommentAsync(training, person);
        if (await certificates.FindNumberAsync(training.Id, person) is { } number)
            await certificates.ForgetHolderAsync(number);
    }
}
