namespace EStation.Trainings.Enrolments;

/// <summary>The rules of seats once more, with lists of people instead of bitmaps, to be held against <see cref="Seats"/>.</summary>
internal sealed class SeatCount(Training training)
{
    private const int FreeSeat = -1;

    private readonly List<(int Number, int Party, Entitlement Entitlement)> people = [];
    private readonly Dictionary<int, int> seatOf = [];
    private readonly HashSet<int> expired = [];
    private int capacity = training.Capacity;
    private int given;

    public IEnumerable<int> Seated() => seatOf.Keys.Order();

    public IEnumerable<int> Waiting() => people.Select(one => one.Number).Where(number => !seatOf.ContainsKey(number));

    public void Add(IReadOnlyList<Entitlement> added, bool together)
    {
        var first = given + 1;
        foreach (var entitlement in added)
            people.Add((++given, together ? first : given, entitlement));
        Fill();
    }

    public void Cancel(int number)
    {
        people.RemoveAll(one => one.Number == number);
        seatOf.Remove(number);
        Fill();
    }

    public void Resize(int seats)
    {
        capacity = seats;
        Fill();
    }

    public void Expire(DateTimeOffset now)
    {
        for (var share = 0; share < training.Reserved!.Count; share++)
        {
            if (training.Reserved[share].Until <= now)
                expired.Add(share);
        }

        Fill();
    }

    // In the order of sign-up, each party whole: as if everybody who waits asked again.
    private void Fill()
    {
        foreach (var party in people.GroupBy(one => one.Party).OrderBy(party => party.Key).ToList())
        {
            var missing = party.Where(one => !seatOf.ContainsKey(one.Number)).OrderBy(one => one.Entitlement.Shares.Count).ToList();
            var tried = new Dictionary<int, int>();
            foreach (var one in missing)
            {
                if (SeatFor(one.Entitlement, tried) is { } seat)
                    tried[one.Number] = seat;
            }

            if (tried.Count == missing.Count)
            {
                foreach (var (number, seat) in tried)
                    seatOf[number] = seat;
            }
        }
    }

    private int? SeatFor(Entitlement entitlement, Dictionary<int, int> tried)
    {
        var taken = seatOf.Values.Concat(tried.Values).ToList();
        if (taken.Count >= capacity)
            return null;
        var kept = Enumerable.Range(0, training.Reserved!.Count).Sum(share => SizeOf(share, taken));
        if (taken.Count(seat => seat == FreeSeat) < capacity - kept)
            return FreeSeat;
        foreach (var share in entitlement.Shares)
        {
            if (taken.Count(seat => seat == share) < SizeOf(share, taken))
                return share;
        }

        return null;
    }

    private int SizeOf(int share, List<int> taken) =>
        expired.Contains(share) ? taken.Count(seat => seat == share) : (int)Math.Floor(capacity * training.Reserved![share].Share);
}
