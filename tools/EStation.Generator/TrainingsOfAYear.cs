using EStation.Identity;
using EStation.Trainings;
using EStation.Trainings.Enrolments;

namespace EStation.Generator;

/// <summary>Trainings with those who sign up, think again, come and complete.</summary>
internal sealed class TrainingsOfAYear(Chance chance)
{
    private const int Sessions = 2;
    private const int MostPeople = 40;
    private const int Lead = 20;
    private static readonly string[] Programmes = [.. Programme.Codes];

    public IEnumerable<Fact> OfOne()
    {
        var training = Announce();
        List<Fact> facts = [new Announced(training, training.SignUpOpensAt)];
        for (var people = chance.Some(MostPeople); people > 0; people--)
            facts.AddRange(OfOne(training));
        return facts.OrderBy(fact => fact.At);
    }

    private Training Announce()
    {
        var village = chance.Village();
        var first = chance.Day();
        first =
            first.DayOfYear > 360 ? first.AddDays(-Lead)
            : first.DayOfYear <= Lead ? first.AddDays(Lead)
            : first;
        var opens = new Day(first.AddDays(-Lead)).Start;
        Session[] sessions = [.. Enumerable.Range(0, Sessions).Select(day => SessionOn(first.AddDays(day)))];
        var programme = Programme.Parse(chance.Any(Programmes));
        var training = new Training(
            "",
            1,
            "generated",
            programme,
            TrainingKind.Training,
            new Text("农业科技教育培训", "농업과학기술교육"),
            null,
            village,
            null,
            sessions,
            opens,
            sessions[0].StartsAt,
            MostPeople,
            null,
            Sessions * 3,
            chance.Id(),
            Cancelled: false,
            []
        );
        training = training with { Listings = [training.Listing] };
        return training with { Id = TrainingKeys.IdOf(training, new Key("generated", new byte[32])) };
    }

    private IEnumerable<Fact> OfOne(Training training)
    {
        var person = chance.Person(chance.Is(0.8) ? training.Village : chance.Village());
        var who = new Applicant(person, person.Profile.Name!, person.Profile.Village, person.Profile.AudienceIn(chance.Year));
        var signedUp = training.SignUpOpensAt.AddMinutes(chance.Between(1, (Lead - 1) * 1440));
        if (!chance.IsOfTheYear(signedUp))
            yield break;
        yield return new SignedUp(training, who, signedUp);
        if (chance.Is(0.15))
        {
            yield return new Withdrew(training, who, signedUp.AddMinutes(chance.Between(1, 600)));
            yield break;
        }

        var present = 0;
        for (var session = 1; session <= Sessions; session++)
        {
            if (chance.Is(0.2))
                continue;
            var toldAt = training.Sessions[session - 1].StartsAt.AddDays(chance.Is(0.05) ? chance.Between(1, 40) : 0);
            yield return new Attended(training, who, session, Present: true, toldAt);
            var corrected = chance.Is(0.03);
            if (corrected)
                yield return new Attended(training, who, session, Present: false, toldAt.AddHours(1));
            present += corrected ? 0 : 1;
        }

        if (present == Sessions)
            yield return new Completed(training, who, training.EndsAt.AddDays(1));
    }

    private static Session SessionOn(DateOnly day) => new(new Day(day).Start.AddHours(9), new Day(day).Start.AddHours(12));
}
