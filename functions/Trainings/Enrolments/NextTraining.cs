using System.Text.Json.Serialization;
using EStation.People;
using EStation.Regions;

namespace EStation.Trainings.Enrolments;

/// <summary>The next training that I am in, and the ticket for its door.</summary>
/// <param name="Training">Its id.</param>
/// <param name="StartsAt">Of the session that is next, or under way.</param>
/// <param name="IsByAnother">Another has signed me up, and I have not signed up myself.</param>
public sealed record NextTrainingResponse(
    string Training,
    Text Title,
    Text ProgrammeName,
    RegionCode Village,
    IReadOnlyList<Text> PlaceNames,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Contact,
    EnrolmentState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Position,
    string Ticket,
    bool IsByAnother
);

/// <summary>
/// Finds the next training of a person with at most four reads of one's own: where one is signed up, two sign-ups, and the training. Which of
/// them are to come is known from the lists of their counties.
/// </summary>
public sealed class NextTraining(
    EnrolmentTable enrolments,
    TrainingTable trainings,
    UpcomingTrainings upcoming,
    EnrolmentResponses responses,
    Divisions divisions,
    TimeProvider time
)
{
    private const int MostTried = 2;
    private const int MostCounties = 3;
    private const int LongestCourseInDays = 31;

    public async Task<NextTrainingResponse?> FindAsync(Person person)
    {
        var signedUp = await enrolments.ReadSignedUpAsync(person.Id, person.Preferences.SignedUpByOthers);
        var now = time.Now();
        foreach (var (training, id) in (await ToComeAsync(person, signedUp, now)).Take(MostTried))
        {
            if (await enrolments.FindAsync(training.Id, id) is not { } enrolment)
                continue;
            if (await trainings.ReadAsync(training.Id) is ({ Cancelled: false } found, var seats))
                return ResponseOf(found, new Enrolled(enrolment, enrolment.StandingIn(seats)), now);
        }

        return null;
    }

    /// <summary>The next to begin first; of one training a person's own sign-up before those that others made.</summary>
    private async Task<IEnumerable<(ListedTraining Training, string Person)>> ToComeAsync(
        Person person,
        IReadOnlyList<(string Training, string Person)> signedUp,
        DateTimeOffset now
    )
    {
        var counties = signedUp
            .Select(one => TrainingKeys.CountyOf(one.Training))
            .Distinct()
            .OrderByDescending(county => county == person.County)
            .Take(MostCounties);
        var from = new Day(Day.Of(now).Date.AddDays(-LongestCourseInDays));
        var listed = (await Task.WhenAll(counties.Select(county => upcoming.FromAsync(county, from)))).SelectMany(list => list);
        return from training in listed
            where training.EndsAt > now
            join one in signedUp on training.Id equals one.Training
            orderby training.StartsAt, one.Person == person.Id descending
            select (training, one.Person);
    }

    private NextTrainingResponse? ResponseOf(Training training, Enrolled enrolled, DateTimeOffset now)
    {
        var mine = responses.Of(enrolled);
        if (
            mine.Ticket is null
            || training.Sessions.Where(session => session.EndsAt > now).MinBy(session => session.StartsAt) is not { } next
        )
            return null;
        return new NextTrainingResponse(
            training.Id,
            training.Title,
            training.Programme.Name,
            training.Village,
            divisions.NamesDownTo(training.Village),
            next.StartsAt,
            next.EndsAt,
            training.Contact,
            mine.State,
            mine.Position,
            mine.Ticket,
            enrolled.Enrolment.IsByAnother
        );
    }
}
