using EStation.Access;
using EStation.Identity;
using EStation.People;
using EStation.Regions;

namespace EStation.Trainings.Enrolments;

/// <summary>
/// Who is to be signed up by a request, and whether the training is open to them. Others than oneself are judged by what the request
/// declares and by nothing that is stored: no answer tells whether a phone is known.
/// </summary>
public sealed class Applications(PersonTable people, PhoneTable phones, EnrolmentTable enrolments, Divisions divisions, Secrets secrets)
{
    /// <summary>So many others a farmer may sign up in a day, in all trainings together.</summary>
    public const int MostOthersADay = 20;

    /// <summary>The same for an official.</summary>
    public const int MostVillagersADay = 2_000;

    /// <summary>An unknown phone's id is kept so long after the training, for certificates.</summary>
    private static readonly TimeSpan AwaitedFor = TimeSpan.FromDays(365);

    public async Task<Result<Application>> OfAsync(Training training, Caller caller, SignUpRequest body, DateTimeOffset now)
    {
        var vouched = body.People is { Count: > 0 } && await caller.MayAsync(Officials.Roles, training.Village);
        var most = vouched ? SignUpRequest.MostVillagers : SignUpRequest.MostOfHousehold;
        if (body.Parse(most, divisions, Day.Of(now).Date.Year).Refused(out var refusal, out var named))
            return refusal;
        var person = caller.Person;
        if (!vouched && person.Place is null)
            return PeopleRefusals.ProfileIncomplete;

        var guests = named
            .Where(other => vouched || other.Phone != person.Phone)
            .Select(other => GuestOf(training, other, person, vouched, now))
            .ToList();
        var self = new Applicant(person, person.Profile.Name ?? "", person.Profile.Village, person.AudienceAt(now));
        IReadOnlyList<Applicant> applicants = vouched ? guests : [self, .. guests];
        var rules = applicants.SelectMany(applicant => RefusalsOf(training, applicant, person, vouched)).ToList();
        return rules.Count > 0 ? TrainingRefusals.NotEligibleBy(rules) : new Application(training, applicants, caller.Id, vouched, now);
    }

    /// <summary>
    /// Counts those of the others who are new, makes them findable for the owners of their phones, and records it. What is done here, and
    /// how long it takes, follows from what the caller did before, never from what is known of a phone.
    /// </summary>
    public async Task<Result<StoredSignUp>> AdmitAsync(Application application, Caller caller)
    {
        var present = await enrolments.ReadAsync(application);
        var guests = present.Absent.Select(at => application.Applicants[at]).Where(applicant => applicant.IsGuestOf(caller.Id)).ToList();
        if (guests.Count == 0)
            return present;
        if (TrainingRules.RefusedAt(application.Training, application.At) is { } closed)
            return closed;
        if (present.AreTooMany)
            return StoredSignUp.TooMany;
        if (present.Absent.Any(at => present.IsUsedUp(at)))
            return TrainingRefusals.SignUpsUsedUp;
        var most = application.Vouched ? MostVillagersADay : MostOthersADay;
        if (!await phones.DecideAsync(caller.Person.Phone, use => use.SignUpOthers(guests.Count, most, application.At)))
            return TrainingRefusals.OthersUsedUp.After(Day.Of(application.At).End - application.At);

        var training = application.Training;
        var subject = $"{training.Id} {guests.Count}";
        await caller.RecordAsync(training.Village, subject);
        var owners = await Task.WhenAll(guests.Select(guest => AwaitAsync(training, guest)));
        return application.Vouched ? await enrolments.WithOwnersAsync(present, guests.Zip(owners).ToList()) : present;
    }

    // The phone's row, the guest's and the note: one request to storage each, in this order, for every phone.
    private async Task<string> AwaitAsync(Training training, Applicant guest)
    {
        var owner = await phones.AwaitAsync(guest.Person.Phone, training.EndsAt + AwaitedFor);
        await people.AddGuestAsync(guest.Person);
        await enrolments.RememberGuestAsync(training, owner, guest.Person.Id);
        return owner;
    }

    // Officials of a place act for it together: what one has signed up is there for the next.
    private Applicant GuestOf(Training training, Named other, Person caller, bool vouched, DateTimeOffset now)
    {
        var by = vouched ? "official" : caller.Id;
        var id = Guests.IdOf(secrets.PhoneLookup.Current, training.Id, by, other.Phone);
        var person = new Person(id, other.Phone, new Profile(), now);
        return new Applicant(person, other.Declared.Name!, other.Declared.Village, other.Declared.AudienceIn(Day.Of(now).Date.Year))
        {
            Declared = other.Declared,
        };
    }

    private static IEnumerable<Rule> RefusalsOf(Training training, Applicant applicant, Person caller, bool vouched)
    {
        var village = applicant.Village ?? (vouched ? null : caller.Profile.Village); // a household lives in one village
        var profile = applicant.Declared ?? applicant.Person.Profile;
        var rules = training.Eligibility?.RefusedBy(profile, village, training.FirstDay.Date.Year, vouched) ?? [];
        return applicant.IsGuestOf(caller.Id) ? rules.Select(rule => rule.About(applicant.Name)) : rules;
    }
}
