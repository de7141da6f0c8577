using EStation.People;

namespace EStation.Trainings;

/// <summary>Who is to be signed up by a request, and whether the training is open to them.</summary>
internal sealed class Applications(PersonTable people, Officials officials)
{
    public async Task<Result<IReadOnlyList<Applicant>>> OfAsync(Training training, Person caller, SignUpRequest body, DateTimeOffset now)
    {
        var vouched = body.People is { Count: > 0 } && await officials.IncludesAsync(caller, training.Village);
        if (body.Parse(vouched ? SignUpRequest.MostVillagers : SignUpRequest.MostOfHousehold).Refused(out var refusal, out var others))
            return refusal;
        if (!vouched && caller.Place is null)
            return Refusal.ProfileIncomplete;

        // Somebody without an account gets an id for the phone, and finds the sign-up when signing in with it one day.
        var found = await Task.WhenAll(others.Where(other => vouched || other.Phone != caller.Phone)
            .Select(async other => (Person: await people.FindOrMakeAsync(other.Phone, now), other.Name)));
        List<Applicant> applicants = [.. found.Select(other => ApplicantOf(other.Person, other.Name, now))];
        if (!vouched)
            applicants.Insert(0, ApplicantOf(caller, caller.Profile.Name ?? "", now));
        var rules = applicants.SelectMany(applicant => RefusalsOf(training, applicant, caller, vouched)).ToList();
        return rules.Count > 0 ? Refusal.NotEligible(rules) : applicants;
    }

    private static Applicant ApplicantOf(Person person, string name, DateTimeOffset now) => new(person, name, person.Profile.Village, person.AudienceAt(now));

    private static IEnumerable<Rule> RefusalsOf(Training training, Applicant applicant, Person caller, bool vouched)
    {
        var village = applicant.Village ?? (vouched ? null : caller.Profile.Village); // a household lives in one village
        var rules = training.Eligibility?.RefusedBy(applicant.Person.Profile, village, training.FirstDay.Date.Year, vouched) ?? [];
        return applicant.Person.Id == caller.Id ? rules : rules.Select(rule => rule.About(applicant.Name));
    }
}
