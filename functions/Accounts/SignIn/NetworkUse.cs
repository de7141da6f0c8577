using System.Text.Json.Serialization;

namespace EStation.Accounts.SignIn;

/// <summary>The codes that one network (IPv4 /24, IPv6 /48) was sent in a day, and each address in it.</summary>
/// <param name="Addresses">By address (IPv4 address, IPv6 /64).</param>
/// <param name="All">The whole network.</param>
public sealed record NetworkUse(long Minute, IReadOnlyDictionary<string, AddressUse> Addresses, AddressUse All)
{
    // All in minutes' worth of an address: so many codes as an address gets in a minute without a proof.

    /// <summary>With proofs an address gets twenty times as many in a minute; a network three times that.</summary>
    private const int MostAMinute = 20;

    /// <summary>Unsolved codes of a day. Codes that are solved earn more.</summary>
    private const int OpenADay = 20;
    private const int MostOpenADay = 30;

    /// <summary>From so many unsolved codes on an address has to prove work, however slowly it asks.</summary>
    private const int OpenWithoutProof = 5;

    /// <summary>A network is as busy as so many busy addresses.</summary>
    private const int BusyAddresses = 8;

    /// <summary>A network has this many times the day's codes of an address.</summary>
    private const int TimesAnAddress = 2;

    /// <summary>Bounds the row. All further addresses of a minute are counted as one, which is soon busy.</summary>
    private const int MostAddresses = 256;
    private const int MostAddressesInMinute = 1_000;
    private const string Others = "others";
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(1);
    private static readonly long TicksAMinute = TimeSpan.FromMinutes(1).Ticks;

    public static readonly NetworkUse None = new(0, new Dictionary<string, AddressUse>(), AddressUse.None);

    /// <summary>More of its codes were solved than not: people live here.</summary>
    [JsonIgnore]
    public bool IsEarned => All.Solved > All.Open;

    /// <summary>Takes a code for an address.</summary>
    /// <param name="address">An IPv4 address or an IPv6 /64.</param>
    /// <param name="trusted">The phone is known here: strangers nearby cannot use up its day.</param>
    /// <param name="proven">A proof of work came along.</param>
    /// <param name="perMinute">How many an address gets in a minute without a proof.</param>
    public (NetworkUse After, NetworkAnswer Answer) Take(string address, bool trusted, bool proven, int perMinute, DateTimeOffset now)
    {
        var at = In(now.UtcTicks / TicksAMinute);
        if (at.Addresses.Count >= MostAddressesInMinute && !at.Addresses.ContainsKey(address))
            address = Others;
        var mine = at.Addresses.GetValueOrDefault(address) ?? AddressUse.None;
        if (mine.InMinute >= MostAMinute * perMinute || at.All.InMinute >= 3 * MostAMinute * perMinute)
            return (this, NetworkAnswer.Wait(new DateTimeOffset((at.Minute + 1) * TicksAMinute, TimeSpan.Zero) - now));
        if (!trusted && (mine.Open >= MostOpen(mine, perMinute) || at.All.Open >= MostOpen(at.All, TimesAnAddress * perMinute)))
            return (this, NetworkAnswer.Wait(Breath)); // codes that are being solved make room
        if (!proven && at.BitsFor(mine, perMinute) is { } bits)
            return (this, NetworkAnswer.Prove(bits));
        var addresses = new Dictionary<string, AddressUse>(at.Addresses) { [address] = mine.Plus(1, 1, 0) };
        return (at with { Addresses = addresses, All = at.All.Plus(1, 1, 0) }, NetworkAnswer.Granted(at.IsEarned));
    }

    /// <summary>A code that is solved no longer counts against its address.</summary>
    public NetworkUse Solve(string address)
    {
        var addresses = new Dictionary<string, AddressUse>(Addresses);
        if (addresses.TryGetValue(address, out var mine))
            addresses[address] = mine.Plus(0, -1, 1);
        return this with { Addresses = addresses, All = All.Plus(0, -1, 1) };
    }

    /// <summary>How hard a proof an address is asked for; null when it is asked for none.</summary>
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
                // Addresses that did least are forgotten first; their codes still count for the network.
                Addresses
                    .OrderByDescending(one => one.Value.Open)
                    .Take(MostAddresses)
                    .ToDictionary(one => one.Key, one => one.Value.Rest()),
                All.Rest()
            );
}

/// <param name="InMinute">Codes sent in the present minute.</param>
/// <param name="Open">Codes of the day that nobody has solved.</param>
/// <param name="Solved">Codes of the day that signed somebody in.</param>
public sealed record AddressUse(int InMinute, int Open, int Solved)
{
    public static readonly AddressUse None = new(0, 0, 0);

    public AddressUse Rest() => this with { InMinute = 0 };

    public AddressUse Plus(int inMinute, int open, int solved) => new(InMinute + inMinute, Math.Max(0, Open + open), Solved + solved);
}

/// <summary>What a network says to one more code.</summary>
/// <param name="Left">How long to wait; null when there is a code, or a proof is asked for.</param>
/// <param name="Bits">How hard a proof has to be; null when none is asked for.</param>
/// <param name="IsEarned"><see cref="NetworkUse.IsEarned"/>.</param>
public sealed record NetworkAnswer(TimeSpan? Left, int? Bits, bool IsEarned)
{
    public static NetworkAnswer Granted(bool earned) => new(null, null, earned);

    public static NetworkAnswer Wait(TimeSpan left) => new(left, null, false);

    public static NetworkAnswer Prove(int bits) => new(null, bits, false);
}
