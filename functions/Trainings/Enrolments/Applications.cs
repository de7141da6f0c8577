using EStation.Access;
using EStation.Identity;
using EStation.People;
using EStation.Regions;

namespace EStation.Trainings.Enrolments;

/// <summary>The people of a sign-up request, and the rules of the training. Only the request's declarations about others count, so that no
/// answer reveals a known phone.</summary>
public sealed class Applications(PersonTable people, PhoneTable phones, EnrolmentTable enrolments, Divisions divisions, Secrets secrets)
{
    /// <summary>The limit of other people that a farmer may sign up in a day, over all trainings.</summary>
    public const int MostOthersADay = 20;

    public const int MostVillagersADay = 2_000;

    /// <summary>The id of an unknown phone is kept this long after the training, for certificates.</summary>
    private static readonly TimeSpan AwaitedFor = TimeSpan.FromDays(365);

    public async Task<Result<Application>> OfAsync(Training training, Caller caller, SignUpRequest body, DateTimeOffset now)
    {
        var vouched = body.People is { Count: > 0 } && await caller.MayAsync(Officials.Roles, training.Village);
        var most = vouched ? SignUpRequest.MostVillagers : SignUpRequest.MostOfHousehold;
        if (body.Parse(most, divisions, Day.Of(now).Date.Year).Refused(out var refusal, out var named))
            return refusal;
        var check = new Http.Validation();
        var answers = SignUpAnswers.Parse(check, training, body.Answers, vouched);
        if (check.Or(() => answers).Refused(out refusal, out _))
            return refusal;
        var person = caller.Person;
        if (!vouched && person.Place is null)
            return PeopleRefusals.ProfileIncomplete;

        var guests = named
            .Where(other => vouched || other.Phone != person.Phone)
            .Select(other => GuestOf(training, other, person, vouched, now))
            .ToList();
        var self = new Applicant(person, person.Profile.Name ?? "", person.Profile.Village, person.AudienceAt(now));
        IReadOnlyList<Applicant> applicants =
        [
            .. (vouched ? guests : guests.Prepend(self)).Select(one => Entitled(training, one, person, vouched)),
        ];
        var rules = applicants.SelectMany(applicant => RefusalsOf(training, applicant, person, vouched)).ToList();
        if (rules.Count > 0)
            return TrainingRefusals.NotEligibleBy(rules);
        return new Application(training, applicants, caller.Id, vouched, now)
        {
            SignedBy = SignedBy(person, vouched),
            Answers = answers,
            IsTogether = body.Together,
            IsWalkIn = vouched && body.WalkIn,
        };
    }

    /// <summary>Counts new people, stores them under their phones, and records it. Its effect and duration depend on the caller's earlier
    /// requests, never on stored data about a phone.</summary>
    public async Task<Result<StoredSignUp>> AdmitAsync(Application application, Caller caller)
    {
        var present = await enrolments.ReadAsync(application);
        var guests = present.Absent.Select(at => application.Applicants[at]).Where(applicant => applicant.IsGuestOf(caller.Id)).ToList();
        if (guests.Count == 0)
            return present;
        if (TrainingRules.RefusedAt(application.Training, application.At, application.IsWalkIn) is { } closed)
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

    // The same three requests in the same order for every phone: the phone's row, the guest's and the note.
    private async Task<string> AwaitAsync(Training training, Applicant guest)
    {
        var owner = await phones.AwaitAsync(guest.Person.Phone, training.EndsAt + AwaitedFor);
        await people.AddGuestAsync(guest.Person);
        await enrolments.RememberGuestAsync(training, owner, guest.Person.Id);
        return owner;
    }

    private static Text SignedBy(Person caller, bool vouched) =>
        vouched
            ? new Text("村里的工作人员", "마을 사업일군", En: "An official")
            : new Text($"{caller.MaskedName}（{caller.Phone.Masked}）");

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

    private static Applicant Entitled(Training training, Applicant applicant, Person caller, bool vouched) =>
        training.Reserved is null
            ? applicant
            : applicant with
            {
                Entitlement = Entitlement.Of(
                    training,
                    applicant.Declared ?? applicant.Person.Profile,
                    VillageOf(applicant, caller, vouched)
                ),
            };

    // A household lives in one village.
    private static RegionCode? VillageOf(Applicant applicant, Person caller, bool vouched) =>
        applicant.Village ?? (vouched ? null : caller.Profile.Village);

    private static IEnumerable<Rule> RefusalsOf(Training training, Applicant applicant, Person caller, bool vouched)
    {
        var village = VillageOf(applicant, caller, vouched);
        var profile = applicant.Declared ?? applicant.Person.Profile;
        var rules = training.Eligibility?.RefusedBy(profile, village, training.FirstDay.Date.Year, vouched) ?? [];
        return applicant.IsGuestOf(caller.Id) ? rules.Select(rule => rule.About(applicant.Name)) : rules;
    }
}
