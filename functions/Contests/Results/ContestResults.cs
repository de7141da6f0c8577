using EStation.Contests.Draws;

namespace EStation.Contests.Results;

/// <summary>The results of a contest from its freeze on.</summary>
/// <param name="By">The administrator who froze it, by id.</param>
/// <param name="RankingSha256">Of the stored ranking, which never changes.</param>
/// <param name="LotsSha256">Of the published list of lots, which never changes.</param>
/// <param name="PublicUntil">When objections end; null as long as the notice has not begun.</param>
/// <param name="Settled">No prize is waiting and no address is stored any more.</param>
public sealed record ContestResults(
    string Contest,
    ResultsState State,
    DateTimeOffset FrozenAt,
    string By,
    ResultsTerms Terms,
    int Participants,
    string RankingSha256,
    int Lots,
    string LotsSha256,
    DrawEntry? FirstEntry = null,
    DrawnValue? Drawn = null,
    DateTimeOffset? PublicUntil = null,
    DateTimeOffset? FinalAt = null,
    bool Settled = false
)
{
    public bool IsFinal => State == ResultsState.Final;

    public DateTimeOffset ClaimUntilFrom(DateTimeOffset now) => Day.Of(now.AddDays(Terms.ClaimDays)).End;

    public bool TakesObjectionsAt(DateTimeOffset now) =>
        State is ResultsState.Drawn or ResultsState.Public && (PublicUntil is not { } until || now < until);

    /// <summary>The next state where it is time, else the same results.</summary>
    /// <param name="openObjections">How many have no answer; a contest is not final before all are answered.</param>
    public ContestResults At(DateTimeOffset now, int openObjections) =>
        State switch
        {
            ResultsState.Drawn => MadePublicAt(now),
            ResultsState.Frozen when Terms.Draw is null => MadePublicAt(now),
            ResultsState.Public when now >= PublicUntil && openObjections == 0 => this with { State = ResultsState.Final, FinalAt = now },
            _ => this,
        };

    private ContestResults MadePublicAt(DateTimeOffset now) =>
        this with
        {
            State = ResultsState.Public,
            PublicUntil = Day.Of(now.AddDays(Terms.PublicDays)).End,
        };
}

/// <summary>How a contest ends, as the administrator fixed it with the freeze.</summary>
/// <param name="Substitutes">How many stand by for the prizes by rank, and as many for those by draw.</param>
public sealed record ResultsTerms(DrawTerms? Draw, int PublicDays, int ClaimDays, int Substitutes);
