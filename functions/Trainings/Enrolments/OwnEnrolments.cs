using EStation.People;
using EStation.Trainings.Attendance;

namespace EStation.Trainings.Enrolments;

/// <summary>The sign-ups that a person may see and change: the own one, those made by others for the own phone before it, and those made
/// for the household while signed up.</summary>
public sealed class OwnEnrolments(EnrolmentTable enrolments, AttendanceTable attendances, PersonTable people)
{
    public async Task<Enrolment?> FindOfAsync(Training training, string person)
    {
        var own = await enrolments.FindAsync(training, person, activeOnly: false);
        return own is { CancelledAt: null } || await ReadGuestsAsync(training, person) is not [var first, ..] ? own : first;
    }

    /// <summary>A sign-up made for the household: not as an official, not cancelled or taken over, and only while the caller is signed
    /// up.</summary>
    public async Task<Enrolment?> FindMadeByAsync(Training training, string enrolment, string caller) =>
        await enrolments.FindAsync(training, enrolment) is { Vouched: false } made
        && made.By == caller
        && await enrolments.FindAsync(training, caller) is not null
            ? made
            : null;

    /// <summary>The same for cancelling: a person who has attended keeps the seat and the certificate.</summary>
    public async Task<bool> MayCancelAsync(Training training, string enrolment, string caller) =>
        await FindMadeByAsync(training, enrolment, caller) is not null && !await attendances.HasAttendedAsync(training, enrolment);

    public async Task<IReadOnlyList<Enrolment>> ReadGuestsAsync(Training training, string person)
    {
        var notes = await enrolments.ReadGuestsAsync(person, training.Id);
        var guests = await Task.WhenAll(notes.Select(note => enrolments.FindAsync(training, note.Guest)));
        return [.. guests.OfType<Enrolment>().OrderBy(guest => guest.Number)];
    }

    public async Task<string> IdInAsync(Training training, string person) =>
        await FindOfAsync(training, person) is { } enrolment ? enrolment.Person : person;

    /// <summary>The first guest of the caller's phone becomes the caller's own sign-up, and the others end. A guest who has attended stays,
    /// with the hours.</summary>
    /// <returns>Whether the caller took one over.</returns>
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

    /// <summary>Ends the guests of a person's phone. The result tells whether there was any.</summary>
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
