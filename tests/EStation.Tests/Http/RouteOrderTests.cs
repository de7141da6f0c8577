namespace EStation.Http;

/// <summary>The host tries routes in the order of the functions' names, and the first that fits wins, however general it is.</summary>
public class RouteOrderTests
{
    [Fact]
    public void Of_two_routes_that_one_path_can_fit_the_more_literal_one_has_the_function_that_sorts_first()
    {
        var pairs = PairsOnOnePath().ToList();
        Assert.NotEmpty(pairs);
        Assert.All(
            pairs,
            pair =>
            {
                var (first, second) =
                    string.Compare(pair.One.Function, pair.Other.Function, StringComparison.OrdinalIgnoreCase) < 0
                        ? (pair.One, pair.Other)
                        : (pair.Other, pair.One);
                Assert.True(
                    IsMoreLiteral(first.Template, second.Template),
                    $"{first.Method} {first.Template} ({first.Function}) hides {second.Template} ({second.Function})"
                );
            }
        );
    }

    [Theory]
    [InlineData("a/{x}", "a/b", true)]
    [InlineData("a/{x}", "b/{x}", false)]
    [InlineData("a/{x}", "a/b/c", false)]
    [InlineData("a/{x}/c", "a/b/{y}", true)]
    [InlineData("{*path}", "a/b", true)]
    [InlineData("a/{x}", "a/{y}", true)]
    public void Two_routes_meet_when_no_segment_keeps_them_apart(string one, string other, bool meet) =>
        Assert.Equal(meet, Meet(one, other));

    private static IEnumerable<(DiscoveredRoute One, DiscoveredRoute Other)> PairsOnOnePath()
    {
        var all = DiscoveredRoute.All;
        return all.SelectMany((one, i) => all.Skip(i + 1).Select(other => (One: one, Other: other)))
            .Where(pair => pair.One.Method == pair.Other.Method && pair.One.Function != pair.Other.Function)
            .Where(pair => Meet(pair.One.Template, pair.Other.Template));
    }

    private static bool Meet(string one, string other)
    {
        var (first, second) = (one.Split('/'), other.Split('/'));
        if (IsCatchAll(first[^1]) || IsCatchAll(second[^1]))
            return first.Zip(second).TakeWhile(pair => !IsCatchAll(pair.First) && !IsCatchAll(pair.Second)).All(Fit);
        return first.Length == second.Length && first.Zip(second).All(Fit);
    }

    private static bool Fit((string First, string Second) pair) =>
        IsParameter(pair.First) || IsParameter(pair.Second) || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase);

    /// <summary>Literal where they first differ in kind; two routes of the same kinds throughout are not told apart.</summary>
    private static bool IsMoreLiteral(string one, string other)
    {
        foreach (var (mine, its) in one.Split('/').Zip(other.Split('/')))
        {
            if (Rank(mine) != Rank(its))
                return Rank(mine) < Rank(its);
        }

        return false;
    }

    private static int Rank(string segment) =>
        IsCatchAll(segment) ? 2
        : IsParameter(segment) ? 1
        : 0;

    private static bool IsParameter(string segment) => segment.StartsWith('{');

    private static bool IsCatchAll(string segment) => segment.StartsWith("{*", StringComparison.Ordinal);
}
