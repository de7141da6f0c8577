namespace EStation.Trainings.Enrolments;

/// <summary>A request to sign up: all of these people, or none.</summary>
/// <param name="Vouched">True when an official signs up villagers; else a person signs up the household.</param>
public sealed record Application(Training Training, IReadOnlyList<Applicant> Applicants, string By, bool Vouched, DateTimeOffset At)
{
    /// <summary>The caller's name, masked: the caller chooses it.</summary>
    public Text SignedBy { get; init; } = new("");

    /// <summary>All get seats, or nobody yet.</summary>
    public bool IsTogether { get; init; }

    /// <summary>An official signs somebody up at the door.</summary>
    public bool IsWalkIn { get; init; }

    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

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
            Answers = Answers,
        };
}
