using System.Text.Json.Serialization;
using EStation.People;

namespace EStation.Trainings;

public enum Admission
{
    [JsonStringEnumMemberName("first-come")]
    FirstCome,
    Selection,
}

/// <summary>A share of the seats that is kept for some people until a moment.</summary>
/// <param name="Share">Of the capacity, more than 0 and at most 1.</param>
public sealed record Reserved(decimal Share, AudienceRule Audience, DateTimeOffset Until);

/// <summary>Sessions that repeat, for example every Tuesday.</summary>
public sealed record Series(int EveryDays, int Count);

/// <summary>The conditions of completion.</summary>
/// <param name="Share">Of the hours of all sessions.</param>
/// <param name="Mark">A teacher names those who pass.</param>
public sealed record CompletionRule(decimal Share, bool Mark);
