using System.Reflection;
using System.Text.RegularExpressions;
using EStation.Testing;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

/// <summary>The timers of the app are those that docs/architecture.md lists.</summary>
public partial class TimersDocsTests
{
    [Fact]
    public void Every_timer_is_listed_and_none_that_is_not_there()
    {
        var timers =
            from type in typeof(Composition).Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null)
            select method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var table = Section().Match(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "architecture.md"))).Value;
        var listed = Row().Matches(table).SelectMany(row => Name().Matches(row.Groups["names"].Value)).Select(name => name.Groups[1].Value);
        Assert.Equal(timers.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("(?<=## Which timers run\\?).*?(?=\n## )", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| (?<names>`[^|]+)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
