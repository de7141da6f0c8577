using EStation.Identity;
using EStation.People;
using EStation.Privacy;

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
    Pseudonyms pseudonyms,
    TimeProvider time
) : IPersonalData
{
    public string Name => "trainings";

    public async Task<object?> ExportAsync(Person person)
    {
        var all = new List<object>();
        foreach (var id in await enrolments.ReadMembershipsAsync(person.Id))
        {
            if (
                await trainings.FindAsync(id) is not { } training
                || await enrolments.FindAsync(training, person.Id, activeOnly: false) is not { } enrolment
            )
                continue;
            var certificate = await certificates.FindNumberAsync(id, person.Id) is { } number ? await certificates.FindAsync(number) : null;
            all.Add(
                new
                {
                    Training = id,
                    training.Title,
                    enrolment.Name,
                    enrolment.Number,
                    enrolment.Village,
                    enrolment.Audience,
                    SignedUpBy = pseudonyms.Of(enrolment.By, id),
                    enrolment.At,
                    enrolment.CancelledAt,
                    Attended = await attendances.HasAttendedAsync(training, person.Id),
                    Certificate = certificate,
                    Feedback = await feedbacks.FindAsync(training, person.Id),
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
    }

    private async Task ForgetAsync(Training training, string person)
    {
        // Refused where it is over or cancelled: then there is no place to give back.
        var withdrawn = await enrolments.WithdrawAsync(training, person, time.Now());
        if (withdrawn.Refused(out var refusal, out _) && refusal == Refusal.TrainingChanged)
            throw new UnavailableException("A training was changed meanwhile; the erasure goes on with the next try.");
        await enrolments.ForgetNameAsync(training, person);
        await feedbacks.ForgetCommentAsync(training, person);
        if (await certificates.FindNumberAsync(training.Id, person) is { } number)
            await certificates.ForgetHolderAsync(number);
    }
}
