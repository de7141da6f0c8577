namespace EStation.Counting;

public class SketchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(20)]
    public void Few_people_are_counted_exactly(int people) => Assert.Equal(people, Of(0, people).Estimate());

    [Fact]
    public void The_error_is_as_stated_from_tens_to_hundreds_of_thousands()
    {
        foreach (var people in new[] { 100, 1_000, 10_000, 20_000, 100_000 })
        {
            const int Rounds = 8;
            var errors = Enumerable
                .Range(0, Rounds)
                .Select(round => (Of(round * 1_000_000, people).Estimate() - people) / (double)people)
                .ToList();
            Assert.All(errors, error => Assert.InRange(error, -4 * Sketch.StandardError, 4 * Sketch.StandardError));
            Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0, 1.8 * Sketch.StandardError);
            Assert.InRange(errors.Average(), -0.02, 0.02); // no bias anywhere, also not where the classic estimator has one
        }
    }

    [Fact]
    public void Merging_is_counting_together_in_any_order_and_any_number_of_times()
    {
        var together = Of(0, 6_000).Write();
        var (left, right) = (Of(0, 4_000), Of(3_000, 3_000));
        left.Merge(right);
        left.Merge(right);
        Assert.Equal(together, left.Write());
        right.Merge(Of(0, 4_000));
        Assert.Equal(together, right.Write());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1_365)]
    [InlineData(1_900)]
    [InlineData(20_000)]
    public void What_is_stored_is_read_back_and_takes_at_most_4_KiB(int people)
    {
        var stored = Of(0, people).Write();
        Assert.InRange(stored.Length, 0, 4096);
        Assert.Equal(stored, Sketch.Read(stored).Write());
    }

    private static Sketch Of(int from, int people)
    {
        var sketch = new Sketch();
        for (var person = from; person < from + people; person++)
            sketch.Add($"person-{person}");
        return sketch;
    }
}
