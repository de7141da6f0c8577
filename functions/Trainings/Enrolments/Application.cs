namespace EStation.Trainings.Enrolments;

/// <summary>A request to sign up: all of these people, or nobody.</summary>
/// <param name="By">Who asks, by id.</param>
/// <param name="Vouched">An official asks, for villagers; else somebody for oneself and the household.</param>
public sealed record Application(Training Training, IReadOnlyList<Applicant> Applicants, string By, bool Vouched, DateTimeOffset At)
{
    public bool HasGuests => Applicants.Any(applicant => applicant.IsGuestOf(By));

    public bool IsForOthers => !Vouched && Applicants.Count > 1;

    public Enrolment Enrol(Applicant applicant, Enrolment? cancelled, int number) =>
        new(
            Training.Id,
            applicant.Person.Id,
            number,
            applicant.Name,
            applicant.Village,
            applicant.Audience,
            Training.Village,
            By,
            At,
            null,
            cancelled is null ? [] : [.. cancelled.Before, Earlier.Of(cancelled)]
        )
        {
            Vouched = Vouched,
        };
}
