using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace EStation.LocalHost;

public sealed class RouteShapeTests
{
    private static readonly string[] Templates =
    [
        "a",
        "a/b",
        "{x}",
        "a/{x}",
        "{x}/b",
        "a/{x?}",
        "a/{x=1}",
        "{*rest}",
        "a/{*rest}",
        "a/{x}/{*rest}",
        "{x}.{y}",
        "a/{x}.{y?}",
        "a-{x}/b",
        "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18",
        "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/{*rest}",
    ];

    private static readonly string[] Segments = ["a", "A", "b", "", "a.b", "a-b", "吉", "1"];

    /// <summary>Every path of up to four segments from a few, with and without a slash at the end, and some long ones.</summary>
    private static IEnumerable<string> Paths()
    {
        var paths = new List<string> { "" };
        for (var (from, length) = (0, 0); length < 4; length++)
        {
            var (start, end) = (from, paths.Count);
            for (from = end; start < end; start++)
                paths.AddRange(Segments.Select(segment => $"{paths[start]}/{segment}").ToList());
        }

        var numbers = Enumerable.Range(1, 20).Select(count => "/" + string.Join('/', Enumerable.Range(1, count)));
        return paths.Concat(paths.Where(path => path.Length > 0).Select(path => path + "/").ToList()).Concat(numbers);
    }

    [Fact]
    public void Nothing_is_sorted_out_that_the_template_would_take()
    {
        var taken = 0;
        foreach (var text in Templates)
        {
            var template = TemplateParser.Parse(text);
            var withDefault = template.Parameters.Where(part => part.DefaultValue is not null);
            var defaults = new RouteValueDictionary(withDefault.ToDictionary(part => part.Name!, part => part.DefaultValue));
            var (shape, matcher) = (new RouteShape(template), new TemplateMatcher(template, defaults));
            foreach (var path in Paths().Where(path => matcher.TryMatch(path, [])))
            {
                taken++;
                Assert.True(shape.MayMatch(new PathSegments(path)), $"'{path}' fits '{text}'");
            }
        }

        Assert.True(taken > 1000);
    }

    [Fact]
    public void Most_of_what_does_not_fit_is_sorted_out()
    {
        var shape = new RouteShape(TemplateParser.Parse("api/contests/{id}/attempts"));

        Assert.False(shape.MayMatch(new PathSegments("/api/contests/5")));
        Assert.False(shape.MayMatch(new PathSegments("/api/contests/5/papers")));
        Assert.False(shape.MayMatch(new PathSegments("/api/videos/5/attempts")));
        Assert.False(shape.MayMatch(new PathSegments("/api/contests/5/attempts/6")));
        Assert.True(shape.MayMatch(new PathSegments("/api/contests/5/attempts")));
    }
}
