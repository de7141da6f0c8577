namespace EStation.Accounts.SignIn;

/// <summary>The budget of messages of one day. All instances share it, and each leases blocks of it.</summary>
/// <param name="Strangers">Those of them for strangers whose codes were not solved.</param>
/// <param name="Carriers">The same by carrier (IPv4 /16, IPv6 /32), as reported by instances so far.</param>
public sealed record DayUse(int Sent, int Strangers, IReadOnlyDictionary<string, int> Carriers)
{
    private const int LeastOfCarrier = 50;
    private const int MostCarriers = 256;
    private const int LargestBlock = 64;
    private const int BlocksADay = 256;

    public static readonly DayUse None = new(0, 0, new Dictionary<string, int>());

    /// <param name="share">Strangers get at most half. The last quarter is for phones that are known in their network.</param>
    public (DayUse After, int Block) Lease(Share share, int most)
    {
        var left = share switch
        {
            Share.Strangers => Math.Min(most - Sent, most - (most / 2) - Strangers),
            Share.Known => most - (most / 4) - Sent,
            _ => most - Sent,
        };
        var block = Math.Min(left, Math.Clamp(most / BlocksADay, 1, LargestBlock));
        var strangers = share == Share.Strangers ? block : 0;
        return block <= 0 ? (this, 0) : (this with { Sent = Sent + block, Strangers = Strangers + strangers }, block);
    }

    /// <summary>One carrier's strangers get at most a quarter.</summary>
    public bool IsFull(string carrier, int most) => Carriers.GetValueOrDefault(carrier) >= Math.Max(LeastOfCarrier, most / 4);

    public DayUse Count(string carrier) => this with { Carriers = Counting(carrier, 1) };

    public DayUse Solve(string carrier) => this with { Strangers = Math.Max(0, Strangers - 1), Carriers = Counting(carrier, -1) };

    private Dictionary<string, int> Counting(string carrier, int more)
    {
        var carriers = new Dictionary<string, int>(Carriers);
        if (carriers.Count >= MostCarriers && !carriers.ContainsKey(carrier))
            carriers = carriers.OrderByDescending(one => one.Value).Take(MostCarriers / 2).ToDictionary();
        carriers[carrier] = Math.Max(0, carriers.GetValueOrDefault(carrier) + more);
        return carriers;
    }
}
