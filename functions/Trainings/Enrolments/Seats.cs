namespace EStation.Trainings.Enrolments;

/// <summary>
/// The seats of a training by sign-up number. Numbers follow the order of commits. Free seats are given before reserved ones, and somebody who
/// waits is passed only by those who fit where they do not.
/// </summary>
/// <param name="Version">The version of the training's description.</param>
/// <param name="Given">How many numbers were given; they count from 1.</param>
/// <param name="Active">The numbers that are not cancelled.</param>
/// <param name="Free">The numbers that have a free seat.</param>
public sealed record Seats(int Version, int Capacity, bool Cancelled, int Given, NumberSet Active, NumberSet Free)
{
    /// <summary>A bitmap is one property of a table row: 64 KiB.</summary>
    public const int MostNumbers = 64 * 1024 * 8;

    /// <summary>An official selects who is admitted: nobody is by order.</summary>
    public bool IsBySelection { get; init; }

    public IReadOnlyList<Share> Shares { get; init; } = [];

    /// <summary>The numbers that come only together with the number before.</summary>
    public NumberSet Joined { get; init; } = NumberSet.Empty;

    public NumberSet Seated => Shares.Aggregate(Free, (seated, share) => seated.Or(share.Taken));

    public int Confirmed => Free.Count + Shares.Sum(share => share.Taken.Count);

    public int Waiting => Active.Count - Confirmed;

    public static Seats Open(int capacity) => new(1, capacity, Cancelled: false, 0, NumberSet.Empty, NumberSet.Empty);

    public static Seats Open(Training training) => Open(training.Capacity).For(training);

    public bool IsActive(int number) => Active.Has(number);

    public Standing? StandingOf(int number) =>
        !Active.Has(number) ? null
        : IsSeated(number) ? Standing.Confirmed
        : IsBySelection ? Standing.Applied
        : Standing.WaitingAt(Active.CountTo(number) - Seated.CountTo(number));

    /// <summary>One party or several persons get the next numbers, and seats where they fit.</summary>
    public Seats Add(IReadOnlyList<Entitlement> entitlements, bool together = false)
    {
        var after = this;
        foreach (var (at, entitlement) in entitlements.Index())
            after = after.Enter(entitlement, isJoined: together && at > 0);
        // Those who waited before did not fit and do not now: no seat has become free.
        var numbers = Enumerable.Range(Given + 1, entitlements.Count).ToList();
        return IsBySelection ? after
            : together ? after.Seat(numbers)
            : numbers.Aggregate(after, (seats, number) => seats.Seat([number]));
    }

    public Seats Add(int people) => Add([.. Enumerable.Repeat(Entitlement.None, people)]);

    public Seats Cancel(int number) =>
        (
            this with
            {
                Active = Active.Without(number),
                Free = Free.Without(number),
                Shares = [.. Shares.Select(share => share with { Taken = share.Taken.Without(number) })],
            }
        ).Fill();

    /// <summary>The same seats under a changed description; the shares stay once somebody has signed up.</summary>
    public Seats For(Training training)
    {
        var changed = this with { Version = training.Version, Capacity = training.Capacity, Cancelled = training.Cancelled };
        if (Given == 0)
            changed = changed with
            {
                IsBySelection = training.Admission == Admission.Selection,
                Shares = [.. (training.Reserved ?? []).Select(reserved => Share.Of(reserved.Share))],
            };
        return changed.Fill();
    }

    /// <summary>The same after the reservations that have expired; again, it changes nothing.</summary>
    public Seats At(Training training, DateTimeOffset now)
    {
        var due = (training.Reserved ?? []).Take(Shares.Count).Select(reserved => reserved.Until <= now).ToList();
        if (!due.Where((isDue, at) => isDue && !Shares[at].IsReleased).Any())
            return this;
        return (this with { Shares = [.. Shares.Select((share, at) => share with { IsReleased = share.IsReleased || due[at] })] }).Fill();
    }

    public Seats Admit(IEnumerable<int> numbers) => this with { Free = Free.Or(NumberSet.Of(numbers)) };

    /// <summary>The numbers that waited before and are confirmed now.</summary>
    public NumberSet ConfirmedSince(Seats before) => Seated.And(before.Active).Except(before.Seated);

    private bool IsSeated(int number) => Free.Has(number) || Shares.Any(share => share.Taken.Has(number));

    private Seats Enter(Entitlement entitlement, bool isJoined)
    {
        var number = Given + 1;
        return this with
        {
            Given = number,
            Active = Active.With(number),
            Joined = isJoined ? Joined.With(number) : Joined,
            Shares =
            [
                .. Shares.Select((share, at) => entitlement.Has(at) ? share with { Qualified = share.Qualified.With(number) } : share),
            ],
        };
    }

    private Seats Fill()
    {
        var after = this;
        if (IsBySelection || Cancelled)
            return after;
        foreach (var party in Parties())
        {
            if (after.Confirmed >= after.Capacity)
                return after;
            after = after.Seat(party);
        }

        return after;
    }

    private IEnumerable<IReadOnlyList<int>> Parties()
    {
        var party = new List<int>();
        var last = 0;
        foreach (var number in Active.Except(Seated).InOrder())
        {
            if (party.Count > 0 && !Enumerable.Range(last + 1, number - last).All(Joined.Has))
            {
                yield return party;
                party = [];
            }

            party.Add(number);
            last = number;
        }

        if (party.Count > 0)
            yield return party;
    }

    /// <summary>Seats a whole party, those first who qualify for the fewest shares; the same seats when not all of them fit.</summary>
    private Seats Seat(IReadOnlyList<int> party)
    {
        var after = this;
        foreach (var number in party.OrderBy(number => Shares.Count(share => share.Qualified.Has(number))))
        {
            if (after.SeatOne(number) is not { } seated)
                return this;
            after = seated;
        }

        return after;
    }

    private Seats? SeatOne(int number)
    {
        if (Confirmed >= Capacity)
            return null;
        if (Free.Count < Capacity - Shares.Sum(share => share.SeatsOf(Capacity)))
            return this with { Free = Free.With(number) };
        var at = Shares.Index().Where(one => one.Item.Qualified.Has(number) && one.Item.HasRoom(Capacity)).Select(one => one.Index);
        return at.ToList() is [var first, ..]
            ? this with
            {
                Shares = [.. Shares.Select((share, i) => i == first ? share with { Taken = share.Taken.With(number) } : share)],
            }
            : null;
    }
}
