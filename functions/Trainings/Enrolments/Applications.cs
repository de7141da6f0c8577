using EStation.People;

namespace EStation.Trainings;

/// <summary>Who is to be signed up by a request, and whether the training is open to them.</summary>
public sealed class Applications(PersonTable people, Officials officials)
{
    public async Task<Result<Application>> OfAsync(Training training, Person caller, SignUpRequest body, DateTimeOffset now)
    {
        var vouched = body.People is { Count: > 0 } && await officials.IncludesAsync(caller, training.Village);
        if (body.Parse(vouched ? SignUpRequest.MostVillagers : SignUpRequest.MostOfHousehold).Refused(out var refusal, out var others))
            return refusal;
        if (!vouched && caller.Place is null)
            return Refusal.ProfileIncomplete;

        var found = await Task.WhenAll(
            others
                .Where(other => vouched || other.Phone != caller.Phone)
                .Select(async other => ApplicantOf(await people.FindAsync(other.Phone) ?? Unknown(other.Phone, now), other.Name, now))
        );
        IReadOnlyList<Applicant> applicants = vouched ? found : [ApplicantOf(caller, caller.Profile.Name ?? "", now), .. found];
        var rules = applicants.SelectMany(applicant => RefusalsOf(training, applicant, caller, vouched)).ToList();
        if (rules.Count > 0)
            return Refusal.NotEligible(rules);
        if (applicants.Any(IsUnknown) && TrainingRules.RefusedAt(training, now) is { } closed)
            return closed;
        return new Application(
            training,
            [.. await Task.WhenAll(applicants.Select(applicant => KnownAsync(applicant, now)))],
            caller.Id,
            vouched,
            now
        );
    }

    private static Applicant ApplicantOf(Person person, string name, DateTimeOffset now) =>
        new(person, name, person.Profile.Village, person.AudienceAt(now));

    private static Person Unknown(Phone phone, DateTimeOffset now) => new("", phone, new Profile(), now);

    private static bool IsUnknown(Applicant applicant) => applicant.Person.Id.Length == 0;

    // Somebody without an account gets an id for the phone, and finds the sign-up when signing in with it one day. Only now: a refusal
    // leaves nothing behind.
    private async Task<Applicant> KnownAsync(Applicant applicant, DateTimeOffset now) =>
        IsUnknown(applicant) ? applicant with { Person = await people.FindOrMakeAsync(applicant.Person.Phone, now) } : applicant;

    private static IEnumerable<Rule> RefusalsOf(Training training, Applicant applicant, Person caller, bool vouched)
    {
        var village = applicant.Village ?? (vouched ? null : caller.Profile.Village); // a household lives in one village
        var rules = training.Eligibility?.RefusedBy(applicant.Person.Profile, village, training.FirstDay.Date.Year, vouched) ?? [];
        return applicant.Person.Id == caller.Id ? rules : rules.Select(rule => rule.About(applicant.Name));
    }
}
