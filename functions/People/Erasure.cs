using EStation.Identity;
using EStation.Regions;

namespace EStation.People;

/// <summary>Somebody is to be forgotten.</summary>
/// <param name="Person">By id, which leads to nobody once this is done.</param>
/// <param name="PhoneHashes">The keyed hashes by which the phone may be known: the current one first.</param>
/// <param name="County">In whose ledger the person's own records are.</param>
/// <param name="Earlier">What was used of limits before an earlier erasure, and goes on counting.</param>
public sealed record Erasure(
    string Person,
    IReadOnlyList<string> PhoneHashes,
    RegionCode? County,
    IReadOnlyList<EarlierUse> Earlier,
    DateTimeOffset At
)
{
    /// <summary>Whether this is the second look: what leads to a person's records is needed until then.</summary>
    public bool IsLastLook { get; init; }

    /// <summary>Known as long as the profile is there, for places that find people by it; never stored.</summary>
    public Phone? Phone { get; init; }

    /// <summary>
    /// Other instances know a person for up to a minute more, and what they write in it must be found too: after this time everything is
    /// done once more, and only then is it done.
    /// </summary>
    public static readonly TimeSpan SecondLook = TimeSpan.FromMinutes(3);

    /// <summary>More than the clocks of two instances can be apart.</summary>
    public static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    /// <summary>A day longer than a token lives.</summary>
    public static readonly TimeSpan Remembered = Tokens.Lifetime + TimeSpan.FromDays(1);
}
