using EStation.Regions;

namespace EStation.Contests.Results;

/// <param name="County">The county whose ledger holds the person's records; null without a village.</param>
public sealed record Objection(
    string Id,
    string Contest,
    string Person,
    RegionCode? County,
    string Text,
    DateTimeOffset At,
    string? Answer = null,
    string? AnsweredBy = null,
    DateTimeOffset? AnsweredAt = null
)
{
    /// <summary>So many a person may make in a contest.</summary>
    public const int MostOfAPerson = 5;
}

public sealed record ObjectionResponse(string Id, string Text, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt)
{
    public static ObjectionResponse Of(Objection objection) =>
        new(objection.Id, objection.Text, objection.At, objection.Answer, objection.AnsweredAt);
}
