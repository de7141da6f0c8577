using EStation.Contests;
using EStation.Regions;

namespace EStation.Generator;

/// <summary>Something that happened and counts.</summary>
/// <param name="County">In whose ledger it is kept.</param>
/// <param name="Village">Where it counts.</param>
internal abstract record Fact(RegionCode County, RegionCode Village, Audience Audience, DateTimeOffset At, string Person);

internal sealed record Registered(RegionCode County, RegionCode Village, Audience Audience, DateTimeOffset At, string Person)
    : Fact(County, Village, Audience, At, Person);

internal sealed record Sat(Attempt Attempt, Submission Submission, bool Passed)
    : Fact(Attempt.County, Attempt.Village, Attempt.Audience, Submission.Result.SubmittedAt, Attempt.Person);
