namespace EStation.Accounts.SignIn;

/// <summary>Attacks on everybody's codes, and honest crowds, by the rules alone.</summary>
public class NetworkUseTests
{
    private const int PerMinute = 60;
    private const int MessagesPerDay = 20_000;
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sixty_a_minute_need_no_proof_and_the_next_do()
    {
        var use = NetworkUse.None;
        for (var i = 0; i < PerMinute; i++)
            use = Granted(use.Take("a", false, false, PerMinute, Morning));
        Assert.Equal(16, use.Take("a", false, false, PerMinute, Morning).Answer.Bits);
        Granted(use.Take("a", false, true, PerMinute, Morning));
        Granted(use.Take("b", false, false, PerMinute, Morning));
        Granted(use.Take("a", false, false, PerMinute, Morning.AddMinutes(1)));
    }

    [Fact]
    public void Proofs_get_harder_and_end_in_a_refusal_for_the_rest_of_the_minute()
    {
        var (use, bits) = (NetworkUse.None, new List<int>());
        while (true)
        {
            var (after, answer) = use.Take("a", false, false, PerMinute, Morning.AddSeconds(40));
            if (answer.Bits is { } asked)
                (after, answer) = use.Take("a", false, true, PerMinute, Morning.AddSeconds(40));
            if (answer.Left is { } wait)
            {
                Assert.Equal(TimeSpan.FromSeconds(20), wait);
                break;
            }

            bits.Add(use.BitsFor("a", PerMinute, Morning.AddSeconds(40)) ?? 0);
            use = after;
        }

        Assert.Equal(20 * PerMinute, bits.Count);
        Assert.Equal([0, 16, 17, 18, 19, 20], bits.Distinct());
    }

    [Fact]
    public void A_prefix_48_with_many_64s_gets_few_codes_without_proofs_and_an_eighth_of_the_day_with_them()
    {
        Assert.Equal(600, Spam(false));
        Assert.Equal(40 * PerMinute, Spam(true));

        static int Spam(bool proves)
        {
            var (use, sent) = (NetworkUse.None, 0);
            for (var i = 0; i < 12 * 60 * 60; i++) // one a second from an address of its own
            {
                var (after, answer) = use.Take($"{i % 65_536:x4}", false, proves, PerMinute, Morning.AddSeconds(i));
                if (answer is { Left: null, Bits: null })
                    (use, sent) = (after, sent + 1);
            }

            Assert.True(Storage.Packed.Write(use).ToMemory().Length < 60_000);
            return sent;
        }
    }

    [Fact]
    public void A_flood_from_one_minute_of_a_48_fits_into_its_row()
    {
        var use = NetworkUse.None;
        for (var i = 0; i < 10_000; i++)
            use = use.Take(Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 8)), false, true, PerMinute, Morning).After;
        Assert.True(Storage.Packed.Write(use).ToMemory().Length < 60_000);
    }

    [Fact]
    public void Twelve_addresses_use_up_half_of_the_day_and_known_phones_and_villages_that_solve_get_the_rest()
    {
        var (day, sent) = (DayUse.None, 0);
        for (var attacker = 0; attacker < 12; attacker++)
        {
            var (use, left) = (NetworkUse.None, 0);
            for (var i = 0; i < 12 * 60 * 60; i++)
            {
                var (after, answer) = use.Take("a", false, true, PerMinute, Morning.AddSeconds(i));
                if (answer.Left is not null || day.IsFull($"carrier{attacker / 3}", MessagesPerDay))
                    continue;
                if (left == 0)
                    (day, left) = day.Lease(Share.Strangers, MessagesPerDay);
                if (left == 0)
                    continue;
                (use, day, left, sent) = (after, day.Count($"carrier{attacker / 3}"), left - 1, sent + 1);
            }

            Assert.False(use.IsEarned);
        }

        Assert.InRange(sent, (MessagesPerDay / 2) - (12 * 64), MessagesPerDay / 2);
        Assert.Equal(0, day.Lease(Share.Strangers, MessagesPerDay).Block);
        var (known, here) = (0, 0);
        for (var block = -1; block != 0; known += block)
            (day, block) = day.Lease(Share.Known, MessagesPerDay);
        for (var block = -1; block != 0; here += block)
            (day, block) = day.Lease(Share.KnownHere, MessagesPerDay);
        Assert.True(known + here >= MessagesPerDay / 2);
        Assert.Equal(MessagesPerDay / 4, here);

        var village = Granted(NetworkUse.None.Take("v", false, false, PerMinute, Morning)).Solve("v");
        Assert.True(village.Take("v", false, false, PerMinute, Morning).Answer.IsEarned);
    }

    [Fact]
    public void One_carrier_gets_a_quarter_of_the_day()
    {
        var day = Enumerable.Repeat("20010db8", MessagesPerDay / 4).Aggregate(DayUse.None, (use, carrier) => use.Count(carrier));
        Assert.True(day.IsFull("20010db8", MessagesPerDay));
        Assert.False(day.IsFull("24098a15", MessagesPerDay));
        Assert.False(day.Solve("20010db8").IsFull("20010db8", MessagesPerDay));
    }

    [Fact]
    public void Five_thousand_phones_behind_one_address_of_a_carrier_are_all_served()
    {
        const int InTheMinute = 500;
        var (network, day, hardest) = (NetworkUse.None, DayUse.None, 0);
        var solvers = new Queue<int>();
        for (var phone = 0; phone < 5_000; phone++)
        {
            var now = Morning + (TimeSpan.FromMinutes(1) * phone / InTheMinute);
            var (after, answer) = network.Take("cgnat", false, false, PerMinute, now);
            if (answer.Bits is { } bits)
            {
                hardest = Math.Max(hardest, bits);
                (after, answer) = network.Take("cgnat", false, true, PerMinute, now);
            }

            network = Granted((after, answer));
            var (leased, block) = day.Lease(Share.Strangers, 5_200);
            day = leased with { Sent = leased.Sent - block + 1, Strangers = leased.Strangers - block + 1 };
            Assert.True(block > 0, $"No message is left for phone {phone}.");
            solvers.Enqueue(phone);
            // A minute and a half later nine of ten type the code in.
            if (solvers.Count > InTheMinute * 3 / 2 && solvers.Dequeue() % 10 != 0)
                (network, day) = (network.Solve("cgnat"), day.Solve("carrier"));
        }

        Assert.InRange(hardest, 17, 19);
    }

    [Fact]
    public void Strangers_nearby_do_not_use_up_the_day_of_a_known_phone()
    {
        var use = NetworkUse.None;
        for (var i = 0; i < 12 * 60 * 60; i++)
            use = use.Take("a", false, true, PerMinute, Morning.AddSeconds(i)).After;
        var now = Morning.AddHours(13);
        Assert.NotNull(use.Take("a", false, true, PerMinute, now).Answer.Left);
        Granted(use.Take("a", true, true, PerMinute, now));
    }

    private static NetworkUse Granted((NetworkUse After, NetworkAnswer Answer) taken)
    {
        Assert.True(taken.Answer is { Left: null, Bits: null }, taken.Answer.ToString());
        return taken.After;
    }
}
