using EStation.People;
using EStation.Trainings.Attendance;

namespace EStation.Trainings.Enrolments;

/// <summary>
/// What somebody may see and do of sign-ups: her own, those of her phone by others as long as she has not signed up herself, and those that
/// she made for her household as long as she is in.
/// </summary>
public sealed class OwnEnrolments(EnrolmentTable enrolments, AttendanceTable attendances, PersonTable people)
{
    /// <summary>A person's own sign-up, else the first that others made for the phone; null when there is none.</summary>
    public async Task<Enrolment?> FindOfAsync(Training training, string person)
    {
        var own = await enrolments.FindAsync(training, person, activeOnly: false);
        return own is { CancelledAt: null } || await ReadGuestsAsync(training, person) is not [var first, ..] ? own : first;
    }

    /// <summary>
    /// One that the caller made for the household: not as an official, not cancelled or taken over since, and only while the caller is in.
    /// </summary>
    public async Task<Enrolment?> FindMadeByAsync(Training training, string enrolment, string caller) =>
        await enrolments.FindAsync(training, enrolment) is { Vouched: false } made
        && made.By == caller
        && await enrolments.FindAsync(training, caller) is not null
            ? made
            : null;

    /// <summary>The same, to cancel it: one who has been there keeps the seat, and the certificate that it leads to.</summary>
    public async Task<bool> MayCancelAsync(Training training, string enrolment, string caller) =>
        await FindMadeByAsync(training, enrolment, caller) is not null && !await attendances.HasAttendedAsync(training, enrolment);

    /// <summary>What others have signed up by the phone of a person and is not cancelled, in the order of the numbers.</summary>
    public async Task<IReadOnlyList<Enrolment>> ReadGuestsAsync(Training training, string person)
    {
        var notes = await enrolments.ReadGuestsAsync(person, training.Id);
        var guests = await Task.WhenAll(notes.Select(note => enrolments.FindAsync(training, note.Guest)));
        return [.. guests.OfType<Enrolment>().OrderBy(guest => guest.Number)];
    }

    /// <summary>The id under which a person was in a training.</summary>
    public async Task<string> IdInAsync(Training training, string person) =>
        await FindOfAsync(training, person) is { } enrolment ? enrolment.Person : person;

    /// <summary>
    /// She acts herself: the first sign-up of her phone by another becomes hers, the others end. One who has been there already keeps the
    /// guest's row, with the hours in it.
    /// </summary>
    /// <returns>Whether she took one over.</returns>
    public async Task<Result<bool>> TakeOverAsync(Application application)
    {
        var (training, self) = (application.Training, application.Applicants[0]);
        var taken = false;
        foreach (var guest in await ReadGuestsAsync(training, self.Person.Id))
        {
            if (training.StartsAt <= application.At && await attendances.HasAttendedAsync(training, guest.Person))
                continue;
            if (!taken && (await enrolments.TakeOverAsync(application, self, guest.Person)).Refused(out var refusal, out taken))
                return refusal;
            if (await EndAsync(training, guest, application.At) is { } notEnded)
                return notEnded;
        }

        return taken;
    }

    /// <summary>Ends what others have signed up by the phone of a person.</summary>
    /// <returns>Whether there was ever anything.</returns>
    public async Task<Result<bool>> EndAllAsync(Training training, string person, DateTimeOffset now)
    {
        var guests = await ReadGuestsAsync(training, person);
        foreach (var guest in guests)
        {
            if (await EndAsync(training, guest, now) is { } refusal)
                return refusal;
        }

        return guests.Count > 0 || (await enrolments.ReadGuestsAsync(person, training.Id)).Count > 0;
    }

    private async Task<Refusal?> EndAsync(Training training, Enrolment guest, DateTimeOffset now)
    {
        if ((await enrolments.WithdrawAsync(training, guest.Person, now)).Refused(out var refusal, out _))
            return refusal;
        await enrolments.ForgetNameAsync(training, guest.Person);
        await people.DeleteAsync(guest.Person);
        return null;
    }
}
