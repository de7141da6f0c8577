using System.Text.Json;
using EStation.Http;

namespace EStation.Showcase;

/// <summary>A reviewer's decision.</summary>
/// <param name="Film">Which submission it is of; optional.</param>
internal sealed record ReviewVideoRequest(string? Decision, string? Reason, bool? Scientific, int? Film)
{
    private const int LongestReason = 500;
    private static readonly Dictionary<string, Decision> Decisions =
        Enum.GetValues<Decision>().ToDictionary(decision => JsonNamingPolicy.CamelCase.ConvertName(decision.ToString()));

    public Result<Verdict> Parse()
    {
        var check = new Validation();
        var known = Decisions.TryGetValue(Decision ?? "", out var decision);
        check.Check(known, "decision", $"must be one of {string.Join(", ", Decisions.Keys)}");
        var publishes = known && decision == Showcase.Decision.Publish;
        var reason = publishes ? check.OptionalText("reason", Reason, LongestReason) ?? "" : check.Text("reason", Reason, LongestReason);
        check.Check(!publishes || Scientific == true, "scientific", "must be true for what is published");
        return check.Or(() => new Verdict(decision, reason, Scientific ?? false));
    }
}

internal sealed record Verdict(Decision Decision, string Reason, bool Scientific);
