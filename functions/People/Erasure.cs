using EStation.Identity;
using EStation.Regions;

namespace EStation.People;

/// <param name="PhoneHashes">The current secret's hash is first.</param>
/// <param name="County">The county whose ledger holds the person's records.</param>
/// <param name="Earlier">Use of limits before an earlier erasure, which still counts.</param>
public sealed record Erasure(
    string Person,
    IReadOnlyList<string> PhoneHashes,
    RegionCode? County,
    IReadOnlyList<EarlierUse> Earlier,
    DateTimeOffset At
)
{
    public bool IsLastLook { get; init; }

    /// <summary>Never stored, and known only while the profile exists.</summary>
    public Phone? Phone { get; init; }

    /// <summary>Other instances cache a person for up to a minute and may still write, so an erasure runs twice, this long apart.</summary>
    public static readonly TimeSpan SecondLook = TimeSpan.FromMinutes(3);

    /// <summary>More than the clock difference of two instances.</summary>
    public static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    /// <summary>One day longer than a token's lifetime.</summary>
    public static readonly TimeSpan Remembered = Tokens.Lifetime + TimeSpan.FromDays(1);
}
