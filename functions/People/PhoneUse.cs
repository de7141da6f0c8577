using System.Text.Json.Serialization;
using EStation.Identity;

namespace EStation.People;

/// <param name="Person">The person's id, reserved with the first code, so that signing in writes one row less.</param>
/// <param name="IsTaken">True when a person with this id may exist.</param>
/// <param name="Known">Keyed hashes of networks with a sign-in of this phone, each with its expiry.</param>
public sealed record PhoneUse(
    string? Person,
    bool IsTaken,
    PhoneAsked Asked,
    IReadOnlyDictionary<string, DateTimeOffset> Known,
    IReadOnlyDictionary<string, Tries> Challenges,
    IReadOnlyList<EarlierUse> Earlier
)
{
    /// <summary>Limits of all strangers' networks together for one phone, as a multiple of one network's limit.</summary>
    private const int StrangersAnHour = 4;
    private const int StrangersADay = 8;

    /// <summary>Bounds the row, independently of settings.</summary>
    private const int MostNetworks = 256;
    private const int MostKnown = 32;

    /// <summary>Each proof gets one code; the next request needs a new one.</summary>
    private static readonly TimeSpan OtherProof = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(180);

    public static readonly PhoneUse None = new(
        null,
        false,
        PhoneAsked.None,
        new Dictionary<string, DateTimeOffset>(),
        new Dictionary<string, Tries>(),
        []
    );

    public OthersUse Others { get; init; } = OthersUse.None;

    public DateTimeOffset AwaitedUntil { get; init; }

    [JsonIgnore]
    public DateTimeOffset? Until
    {
        get
        {
            var ends = Known.Values.Concat(Challenges.Values.Select(tries => tries.Until)).Concat(Earlier.Select(earlier => earlier.Until));
            if (Asked.LastAt != default)
                ends = ends.Append(Asked.Until);
            if (Others.Until != default)
                ends = ends.Append(Others.Until);
            if (AwaitedUntil != default && !IsTaken)
                ends = ends.Append(AwaitedUntil);
            return ends.Any() ? ends.Min() : null;
        }
    }

    [JsonIgnore]
    public bool IsEmpty => !IsTaken && Until is null;

    public bool IsKnownFrom(string network, DateTimeOffset now) => Known.GetValueOrDefault(network) > now;

    /// <summary>Trusts networks with an earlier sign-in, and the day's first request from elsewhere if there is a person.</summary>
    public PhoneTrust TrustAt(string network, DateTimeOffset now) =>
        IsKnownFrom(network, now) ? PhoneTrust.Here
        : IsTaken && Asked.At(now).StrangersInDay == 0 ? PhoneTrust.Elsewhere
        : PhoneTrust.None;

    /// <summary>
    /// Takes a code. Each network has its own count, so that a stranger does not use up the owner's codes. A ceiling for all strangers
    /// bounds guessing; known networks are exempt.
    /// </summary>
    /// <param name="network">A keyed hash.</param>
    /// <param name="proof">The time at which the proof of work was asked for.</param>
    /// <returns>The time to wait, or null.</returns>
    public (PhoneUse After, TimeSpan? Wait) Ask(string network, string person, int perHour, DateTimeOffset? proof, DateTimeOffset now)
    {
        var asked = Asked.At(now);
        var mine = asked.InHour.GetValueOrDefault(network);
        if (mine >= perHour)
            return (this, PhoneAsked.HourEnds(now) - now);
        if (proof <= asked.LastProof)
            return (this, OtherProof);
        var stranger = !IsKnownFrom(network, now);
        if (stranger && (asked.StrangersInHour >= StrangersAnHour * perHour || (mine == 0 && asked.InHour.Count >= MostNetworks)))
            return (this, PhoneAsked.HourEnds(now) - now);
        if (stranger && asked.StrangersInDay >= StrangersADay * perHour)
            return (this, PhoneAsked.DayEnds(now) - now);

        var after = asked with
        {
            InHour = new Dictionary<string, int>(asked.InHour) { [network] = mine + 1 },
            StrangersInHour = asked.StrangersInHour + (stranger ? 1 : 0),
            StrangersInDay = asked.StrangersInDay + (stranger ? 1 : 0),
            LastAt = now,
            LastProof = proof ?? asked.LastProof,
        };
        return (At(now) with { Person = Person ?? person, Asked = after }, null);
    }

    /// <summary>Counts a try of a challenge. A right one makes its network known.</summary>
    public (PhoneUse After, Tried Answer) Try(
        Challenge challenge,
        string code,
        string request,
        string network,
        string? person,
        KeyRing keys,
        DateTimeOffset now
    )
    {
        var before = TriesOf(challenge);
        var (after, right) = challenge.Try(before, code, request, keys, now);
        var enters = right && person is not null && person == Person;
        if (after == before || right != enters)
            return (this, new Tried(enters, Spends: false, Person));
        var tried = new Dictionary<string, Tries>(Challenges) { [challenge.Id] = after };
        var next = enters
            ? this with
            {
                IsTaken = true,
                Challenges = tried,
                Known = Remembering(network, now),
            }
            : this with
            {
                Challenges = tried,
            };
        return (next.At(now), new Tried(enters, Spends: enters, Person));
    }

    public Tries TriesOf(Challenge challenge) => Challenges.GetValueOrDefault(challenge.Id) ?? Tries.None;

    public PhoneUse Taken(string person) => IsTaken ? this : this with { Person = Person ?? person, IsTaken = true };

    public PhoneUse Awaiting(string person, DateTimeOffset until) =>
        this with
        {
            Person = Person ?? person,
            AwaitedUntil = AwaitedUntil > until ? AwaitedUntil : until,
        };

    public (PhoneUse After, bool Allowed) SignUpOthers(int people, int most, DateTimeOffset now)
    {
        var today = Others.At(now);
        return today.SignedUp + people > most
            ? (this, false)
            : (At(now) with { Others = today with { SignedUp = today.SignedUp + people, Until = Day.Of(now).End } }, true);
    }

    public (PhoneUse After, bool Allowed) TakeMessage(DateTimeOffset now)
    {
        var today = Others.At(now);
        return today.Messages >= OthersUse.MostMessages
            ? (this, false)
            : (At(now) with { Others = today with { Messages = today.Messages + 1, Until = Day.Of(now).End } }, true);
    }

    /// <summary>Returns a message that the outlet refused.</summary>
    public PhoneUse GiveBackMessage() => this with { Others = Others with { Messages = Math.Max(0, Others.Messages - 1) } };

    /// <summary>Removes the link to the person; limits stay.</summary>
    public PhoneUse Without(string person) =>
        Person == person ? this with { Person = null, IsTaken = false, Known = None.Known, AwaitedUntil = default } : this;

    public PhoneUse Keeping(EarlierUse use)
    {
        var same = Earlier.FirstOrDefault(earlier => earlier.Limit == use.Limit);
        return this with { Earlier = [.. Earlier.Where(earlier => earlier != same), same is null ? use : use.Or(same)] };
    }

    /// <summary>Drops expired parts.</summary>
    public PhoneUse At(DateTimeOffset now) =>
        this with
        {
            Asked = Asked.Until <= now ? PhoneAsked.None : Asked,
            Known = Known.Where(network => network.Value > now).ToDictionary(),
            Challenges = Challenges.Where(tries => tries.Value.Until > now).ToDictionary(),
            Earlier = [.. Earlier.Where(earlier => earlier.Until > now)],
            Others = Others.At(now),
            AwaitedUntil = AwaitedUntil > now ? AwaitedUntil : default,
        };

    private Dictionary<string, DateTimeOffset> Remembering(string network, DateTimeOffset now) =>
        Known
            .Where(known => known.Value > now && known.Key != network)
            .OrderByDescending(known => known.Value)
            .Take(MostKnown - 1)
            .Append(KeyValuePair.Create(network, now + KnownFor))
            .ToDictionary();
}

public enum PhoneTrust
{
    None,

    Elsewhere,

    Here,
}

public sealed record Tried(bool Right, bool Spends, string? Person);

public sealed record OthersUse(int SignedUp, int Messages, DateTimeOffset Until)
{
    public const int MostMessages = 3;

    public static readonly OthersUse None = new(0, 0, default);

    public OthersUse At(DateTimeOffset now) => Until <= now ? None : this;
}

/// <param name="LastProof">The time of the last proof of work; older proofs are refused.</param>
public sealed record PhoneAsked(
    IReadOnlyDictionary<string, int> InHour,
    int StrangersInHour,
    int StrangersInDay,
    DateTimeOffset LastAt,
    DateTimeOffset LastProof
)
{
    private static readonly long Hour = TimeSpan.FromHours(1).Ticks;
    private static readonly long Day = TimeSpan.FromDays(1).Ticks;

    public static readonly PhoneAsked None = new(new Dictionary<string, int>(), 0, 0, default, default);

    [JsonIgnore]
    public DateTimeOffset Until =>
        new[] { DayEnds(LastAt), LastAt + Challenge.Lifetime + Challenge.Repeatable, LastProof + Proof.Lifetime }.Max();

    public PhoneAsked At(DateTimeOffset now) =>
        DayEnds(LastAt) != DayEnds(now) ? None with { LastAt = LastAt, LastProof = LastProof }
        : HourEnds(LastAt) != HourEnds(now) ? this with { InHour = None.InHour, StrangersInHour = 0 }
        : this;

    public static DateTimeOffset HourEnds(DateTimeOffset at) => new((at.UtcTicks / Hour + 1) * Hour, TimeSpan.Zero);

    public static DateTimeOffset DayEnds(DateTimeOffset at) => new((at.UtcTicks / Day + 1) * Day, TimeSpan.Zero);
}
