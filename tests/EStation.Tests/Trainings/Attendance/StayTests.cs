using EStation.Testing;

namespace EStation.Trainings.Attendance;

public class StayTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-12-01T01:00:00Z", null);
    private static readonly Session Session = new(Start, Start.AddHours(3));

    [Theory]
    [InlineData("", 180)] // a ticket alone
    [InlineData("in0", 180)]
    [InlineData("in-30", 180)]
    [InlineData("in60", 120)]
    [InlineData("in0 out90", 90)]
    [InlineData("in0 out60 in120", 120)]
    [InlineData("in0 in10 out60", 60)]
    [InlineData("out60", 0)]
    [InlineData("in0 out200", 180)]
    [InlineData("in0 out60 out70", 60)]
    [InlineData("in185 out190", 0)]
    public void Scans_give_the_minutes_between_in_and_out(string scans, int minutes) =>
        Assert.Equal(minutes, Stay.Whole.With(Parse(scans)).LengthIn(Session).TotalMinutes);

    [Fact]
    public void Late_repeated_and_disordered_scans_give_what_all_of_them_in_order_give()
    {
        for (var seed = 1; seed <= Deep.Of(100, 1_000); seed++)
        {
            var random = new Random(seed);
            var scans = Enumerable
                .Range(0, random.Next(1, 9))
                .Select(_ => new Scan(Start.AddMinutes(random.Next(-20, 200)), (Direction)random.Next(2)))
                .ToList();
            var uploads = scans.Concat(scans.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()).Chunk(3);
            var stay = uploads.Aggregate(Stay.Whole, (known, some) => new Mark("", IsTicket: true, Stay.Whole.With(some)).On(known));
            Assert.True(stay.SameAs(Stay.Whole.With(scans)), $"seed {seed}");
            Assert.Equal(Recount(scans), stay.LengthIn(Session).TotalMinutes);
        }
    }

    [Fact]
    public void A_sheet_replaces_scans_and_a_ticket_alone_does_not()
    {
        var scanned = Stay.Whole.With(Parse("in0 out30"));
        var sheet = new Stay([], Start, Start.AddHours(2));
        Assert.Equal(120, new Mark("", IsTicket: false, sheet).On(scanned).LengthIn(Session).TotalMinutes);
        Assert.Equal(30, Mark.AllThere.On(scanned).LengthIn(Session).TotalMinutes);
        Assert.Equal(120, new Mark("", IsTicket: true, scanned).On(sheet).LengthIn(Session).TotalMinutes);
    }

    [Fact]
    public void Late_and_early_are_more_than_a_quarter_of_an_hour()
    {
        Assert.False(Stay.Whole.With(Parse("in15 out165")).IsLateIn(Session));
        Assert.False(Stay.Whole.With(Parse("in15 out165")).IsEarlyIn(Session));
        Assert.True(Stay.Whole.With(Parse("in16 out164")).IsLateIn(Session));
        Assert.True(Stay.Whole.With(Parse("in16 out164")).IsEarlyIn(Session));
    }

    /// <summary>Minute by minute.</summary>
    private static int Recount(List<Scan> scans)
    {
        var ordered = scans.Distinct().OrderBy(scan => scan.At).ThenBy(scan => scan.Direction).ToList();
        return Enumerable
            .Range(0, 180)
            .Count(minute => ordered.LastOrDefault(scan => scan.At <= Start.AddMinutes(minute)) is { Direction: Direction.In });
    }

    private static IEnumerable<Scan> Parse(string scans) =>
        scans
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(scan =>
                scan.StartsWith("in", StringComparison.Ordinal)
                    ? new Scan(Start.AddMinutes(int.Parse(scan[2..], null)), Direction.In)
                    : new Scan(Start.AddMinutes(int.Parse(scan[3..], null)), Direction.Out)
            );
}
