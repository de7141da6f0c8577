using System.Text.Json.Serialization;

namespace EStation.Accounts.SignIn;

/// <summary>The codes that one network (IPv4 /24, IPv6 /48) was sent in a day, by address (IPv4 address, IPv6 /64).</summary>
public sealed record NetworkUse(long Minute, IReadOnlyDictionary<string, AddressUse> Addresses, AddressUse All)
{
    // Unit of the limits below: the codes that one address gets in a minute without a proof.

    /// <summary>Limit of an address with proofs. A network gets three times as many.</summary>
    private const int MostAMinute = 20;

    /// <summary>Unsolved codes of a day. Solved codes raise the limit.</summary>
    private const int OpenADay = 20;
    private const int MostOpenADay = 30;

    /// <summary>From this many unsolved codes on, an address needs a proof of work at any rate.</summary>
    private const int OpenWithoutProof = 5;

    /// <summary>A network is as busy as this many busy addresses.</summary>
    private const int BusyAddresses = 8;

    /// <summary>The day's codes of a network, as a multiple of an address's.</summary>
    private const int TimesAnAddress = 2;

    /// <summary>Bounds the row. All further addresses of a minute count as one address.</summary>
    private const int MostAddresses = 256;
    private const int MostAddressesInMinute = 1_000;
    private const string Others = "others";
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(1);
    private static readonly long TicksAMinute = TimeSpan.FromMinutes(1).Ticks;

    public static readonly NetworkUse None = new(0, new Dictionary<string, AddressUse>(), AddressUse.None);

    [JsonIgnore]
    public bool IsEarned => All.Solved > All.Open;

    /// <param name="trusted">The phone is known in this network, so strangers nearby do not use up its day.</param>
    public (NetworkUse After, NetworkAnswer Answer) Take(string address, bool trusted, bool proven, int perMinute, DateTimeOffset now)
    {
        var at = In(now.UtcTicks / TicksAMinute);
        if (at.Addresses.Count >= MostAddressesInMinute && !at.Addresses.ContainsKey(address))
            address = Others;
        var mine = at.Addresses.GetValueOrDefault(address) ?? AddressUse.None;
        if (mine.InMinute >= MostAMinute * perMinute || at.All.InMinute >= 3 * MostAMinute * perMinute)
            return (this, NetworkAnswer.Wait(new DateTimeOffset((at.Minute + 1) * TicksAMinute, TimeSpan.Zero) - now));
        if (!trusted && (mine.Open >= MostOpen(mine, perMinute) || at.All.Open >= MostOpen(at.All, TimesAnAddress * perMinute)))
            return (this, NetworkAnswer.Wait(Breath)); // a short wait, since solved codes raise the limit
        if (!proven && at.BitsFor(mine, perMinute) is { } bits)
            return (this, NetworkAnswer.Prove(bits));
        var addresses = new Dictionary<string, AddressUse>(at.Addresses) { [address] = mine.Plus(1, 1, 0) };
        return (at with { Addresses = addresses, All = at.All.Plus(1, 1, 0) }, NetworkAnswer.Granted(at.IsEarned));
    }

    public NetworkUse Solve(string address)
    {
        var addresses = new Dictionary<string, AddressUse>(Addresses);
        if (addresses.TryGetValue(address, out var mine))
            addresses[address] = mine.Plus(0, -1, 1);
        return this with { Addresses = addresses, All = All.Plus(0, -1, 1) };
    }

    public int? BitsFor(string address, int perMinute, DateTimeOffset now)
    {
        var at = In(now.UtcTicks / TicksAMinute);
        return at.BitsFor(at.Addresses.GetValueOrDefault(address) ?? AddressUse.None, perMinute);
    }

    private int? BitsFor(AddressUse mine, int perMinute)
    {
        var load = new[]
        {
            (double)mine.InMinute / perMinute,
            (double)All.InMinute / (BusyAddresses * perMinute),
            (double)mine.Open / (OpenWithoutProof * perMinute),
            (double)All.Open / (TimesAnAddress * OpenWithoutProof * perMinute),
        }.Max();
        return load >= 1 ? Proofs.BitsAt(load) : null;
    }

    private static int MostOpen(AddressUse use, int perMinute) => Math.Min((OpenADay * perMinute) + use.Solved, MostOpenADay * perMinute);

    private NetworkUse In(long minute) =>
        minute == Minute
            ? this
            : new NetworkUse(
                minute,
                // The addresses with the fewest codes go first. Their codes still count for the network.
                Addresses
                    .OrderByDescending(one => one.Value.Open)
                    .Take(MostAddresses)
                    .ToDictionary(one => one.Key, one => one.Value.Rest()),
                All.Rest()
            );
}

public sealed record AddressUse(int InMinute, int Open, int Solved)
{
    public static readonly AddressUse None = new(0, 0, 0);

    public AddressUse Rest() => this with { InMinute = 0 };

    public AddressUse Plus(int inMinute, int open, int solved) => new(InMinute + inMinute, Math.Max(0, Open + open), Solved + solved);
}

/// <param name="Left">The time to wait; null when a code is sent or a proof is asked for.</param>
/// <param name="Bits">The bits of the proof; null when none is asked for.</param>
public sealed record NetworkAnswer(TimeSpan? Left, int? Bits, bool IsEarned)
{
    public static NetworkAnswer Granted(bool earned) => new(null, null, earned);

    public static NetworkAnswer Wait(TimeSpan left) => new(left, null, false);

    public static NetworkAnswer Prove(int bits) => new(null, bits, false);
}
