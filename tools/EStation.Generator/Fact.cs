using EStation.Contests.Attempts;
using EStation.Regions;
using EStation.Showcase;
using EStation.Showcase.Reactions;
using EStation.Stations;
using EStation.Trainings;
using EStation.Trainings.Enrolments;

namespace EStation.Generator;

/// <summary>Something that happened.</summary>
/// <param name="County">In whose ledger it is kept.</param>
/// <param name="Village">Where it counts.</param>
/// <param name="At">When; it counts on that day.</param>
/// <param name="Person">Who did it, by id.</param>
internal abstract record Fact(RegionCode County, RegionCode Village, Audience Audience, DateTimeOffset At, string Person)
{
    /// <summary>Facts about the same are stored one after the other.</summary>
    public virtual string About => Person;
}

internal sealed record Registered(RegionCode County, RegionCode Village, Audience Audience, DateTimeOffset At, string Person)
    : Fact(County, Village, Audience, At, Person);

internal sealed record Sat(Attempt Attempt, Submission Submission, bool Passed)
    : Fact(Attempt.County, Attempt.Village, Attempt.Audience, Submission.Result.SubmittedAt, Attempt.Person);

internal sealed record Certified(Station Station, DateTimeOffset At)
    : Fact(Station.Village.County, Station.Village, Audience.None, At, Station.Id);

/// <summary>Something in a training: it counts at the venue.</summary>
internal abstract record OfTraining(Training Training, Audience Audience, DateTimeOffset At, string Person)
    : Fact(Training.Village.County, Training.Village, Audience, At, Person)
{
    public override string About => Training.Id;
}

/// <summary>Counts nothing.</summary>
internal sealed record Announced(Training Training, DateTimeOffset At) : OfTraining(Training, Audience.None, At, Training.By);

internal sealed record SignedUp(Training Training, Applicant Who, DateTimeOffset At)
    : OfTraining(Training, Who.Audience, At, Who.Person.Id);

internal sealed record Withdrew(Training Training, Applicant Who, DateTimeOffset At)
    : OfTraining(Training, Who.Audience, At, Who.Person.Id);

/// <param name="Present">False for a correction.</param>
/// <param name="ToldAt">Scanners without a network tell it later.</param>
internal sealed record Attended(Training Training, Applicant Who, int Session, bool Present, DateTimeOffset ToldAt)
    : OfTraining(Training, Who.Audience, Training.Sessions[Session - 1].StartsAt, Who.Person.Id);

internal sealed record Completed(Training Training, Applicant Who, DateTimeOffset At)
    : OfTraining(Training, Who.Audience, At, Who.Person.Id);

internal sealed record Submitted(Video Video, DateTimeOffset At) : Fact(Video.Id.County, Video.Village, Video.Audience, At, Video.Owner)
{
    public override string About => Video.Id.Value;
}

internal sealed record Published(Video Video, DateTimeOffset At) : Fact(Video.Id.County, Video.Village, Video.Audience, At, Video.Owner)
{
    public override string About => Video.Id.Value;
}

/// <summary>Kept with who saw it, counted where the owner of the video lives.</summary>
internal sealed record Viewed(Viewer Viewer)
    : Fact(Viewer.Place.County, Viewer.Video.Village, Viewer.Audience, Viewer.Now, Viewer.Person.Id);

/// <param name="Likes">False when no longer.</param>
internal sealed record Liked(Viewer Viewer, bool Likes)
    : Fact(Viewer.Place.County, Viewer.Video.Village, Viewer.Audience, Viewer.Now, Viewer.Person.Id);
