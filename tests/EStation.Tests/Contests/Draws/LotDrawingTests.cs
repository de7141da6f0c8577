using System.Globalization;
using EStation.Testing;

namespace EStation.Contests.Draws;

public class LotDrawingTests(ITestOutputHelper output)
{
    private static IReadOnlyList<string> Lots(int count) =>
        [.. Enumerable.Range(0, count).Select(number => number.ToString("x16", CultureInfo.InvariantCulture))];

    /// <summary>The algorithm is published: this draw never changes.</summary>
    [Fact]
    public void The_same_seed_draws_the_same_lots_for_ever()
    {
        var hash = LotList.Sha256Of(LotList.Write(Lots(10)));
        var seed = LotDrawing.SeedOf(hash, "双色球", "2026137", "03 07 11 19 24 32 05");
        Assert.Equal("ddba816b5977e7b7ef70f6c0500e07645f9e39334d17fbb32de843a3cf5917ef", seed);
        Assert.Equal(" 8 6 5", string.Join(' ', LotDrawing.Draw(seed, Lots(10), 4).Select(lot => lot.TrimStart('0'))));
    }

    [Theory]
    [InlineData("0307", "03 07 11 19 24 32 05", "03-07-11-19-24-32+05", "０３ 07,11、19 24 32  05 ")]
    public void A_value_is_its_digits_however_it_is_typed(string tooShort, params string[] same)
    {
        Assert.Single(same.Select(DrawValue.Of).Distinct());
        Assert.True(DrawValue.IsLongEnough(same[0]));
        Assert.False(DrawValue.IsLongEnough(tooShort));
    }

    [Fact]
    public void Every_lot_is_drawn_at_most_once_and_all_when_there_are_fewer_than_prizes()
    {
        var seed = LotList.Hash("any");
        Assert.Equal(100, LotDrawing.Draw(seed, Lots(100), 300).Distinct().Count());
        Assert.Empty(LotDrawing.Draw(seed, [], 5));
    }

    [Fact]
    public void A_changed_list_draws_other_lots()
    {
        var one = LotList.Sha256Of(LotList.Write(Lots(5_000)));
        var other = LotList.Sha256Of(LotList.Write(Lots(4_999)));
        Assert.NotEqual(
            LotDrawing.Draw(LotDrawing.SeedOf(one, "s", "1", "1234567"), Lots(5_000), 20),
            LotDrawing.Draw(LotDrawing.SeedOf(other, "s", "1", "1234567"), Lots(4_999), 20)
        );
    }

    [Fact]
    public void No_lot_is_favoured()
    {
        const int People = 5_000;
        const int Winners = 300;
        var (draws, run) = (Deep.Of(400, 10_000), Random.Shared.Next());
        output.WriteLine($"seed {run}, {draws} draws");
        var (lots, wins) = (Lots(People), new int[People]);
        Parallel.For(
            0,
            draws,
            number =>
            {
                var drawn = LotDrawing.Draw(LotList.Hash($"{run}|{number}"), lots, Winners);
                Assert.Equal(Winners, drawn.Distinct().Count());
                foreach (var lot in drawn)
                    Interlocked.Increment(ref wins[int.Parse(lot, NumberStyles.HexNumber, CultureInfo.InvariantCulture)]);
            }
        );
        var (share, expected) = ((double)Winners / People, (double)draws * Winners / People);
        var deviation = Math.Sqrt(draws * share * (1 - share));
        var chiSquare = wins.Sum(count => Math.Pow((count - expected) / deviation, 2));
        var largest = wins.Max(count => Math.Abs(count - expected) / deviation);
        output.WriteLine($"chi-square {chiSquare:F0} of {People - 1} ± {Math.Sqrt(2 * People):F0}; largest deviation {largest:F2} sigma");
        Assert.InRange(chiSquare, People - (6 * Math.Sqrt(2 * People)), People + (6 * Math.Sqrt(2 * People)));
        Assert.True(largest < 6);
    }
}
