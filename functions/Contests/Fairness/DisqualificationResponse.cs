using System.Text.Json.Serialization;

namespace EStation.Contests.Fairness;

/// <param name="Person">The person's name in this contest.</param>
/// <param name="Attempt">The number of the attempt; not there when none of the person's counts.</param>
/// <param name="Name">Masked; empty after an erasure.</param>
/// <param name="UndoneAt">Not there as long as it holds.</param>
public sealed record DisqualificationResponse(
    string Id,
    string Person,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Attempt,
    string Reason,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? UndoneAt
)
{
    public static async Task<DisqualificationResponse> OfAsync(Disqualification one, ContestPeople people) =>
        new(
            one.Id,
            people.NameOf(one.Contest, one.Person),
            await people.MaskedAsync(one.Person),
            one.Number,
            one.Reason,
            one.At,
            one.UndoneAt
        );
}
