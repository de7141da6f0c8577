using EStation.People;
using EStation.Privacy;
using EStation.Trainings.Attendance;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

/// <summary>
/// Sign-ups, certificates and feedback are kept, without the name. A place in a training that is still to come goes to the next.
/// </summary>
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

        // Also what others have signed up by the phone, whatever has become of it.
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
        // Refused where it is over or cancelled: then there is no place to give back.
        var withdrawn = await enrolments.WithdrawAsync(training, person, time.Now());
        if (withdrawn.Refused(out var refusal, out _) && refusal == TrainingRefusals.Changed)
            throw new UnavailableException("A training was changed meanwhile; the erasure goes on with the next try.");
        await enrolments.ForgetNameAsync(training, person);
        await feedbacks.ForgetCommentAsync(training, person);
        if (await certificates.FindNumberAsync(training.Id, person) is { } number)
            await certificates.ForgetHolderAsync(number);
    }
}
