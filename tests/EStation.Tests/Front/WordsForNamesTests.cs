using System.Reflection;
using System.Text.RegularExpressions;
using EStation.Access;
using EStation.Testing;
using EStation.Trainings;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Front;

/// <summary>The front has words of its own, kept by hand, for what the server says by name or in English.</summary>
public sealed partial class WordsForNamesTests
{
    [Fact]
    public void Every_reason_for_refusing_a_question_bank_has_a_sentence()
    {
        var said = ReasonsOfTheImport();
        Assert.InRange(said.Count, 30, 300); // the sources were found and read
        Assert.DoesNotContain(said, reason => !HasSentence(reason));
    }

    [Fact]
    public void A_reason_that_nobody_has_put_into_words_is_noticed() => Assert.False(HasSentence("options have been mixed up"));

    [Fact]
    public void Every_action_that_is_audited_has_a_name_and_no_other()
    {
        var audited =
            from type in typeof(Composition).Assembly.GetTypes()
            from method in type.GetMethods()
            from function in method.GetCustomAttributes<FunctionAttribute>(inherit: false)
            where method.GetCustomAttribute<AccessAttribute>() is { } access && (access.Roles.Count > 0 || Records(type))
            select function.Name;
        var named = Entry().Matches(Front("audit/texts.ts").Split("const actions")[1]).Select(entry => entry.Groups["name"].Value).ToList();
        var (missing, gone) = (string.Join(", ", audited.Except(named)), string.Join(", ", named.Except(audited)));
        Assert.True(missing + gone == "", $"actions in web/src/audit/texts.ts: add [{missing}], delete [{gone}]");
    }

    [Fact]
    public void The_programmes_are_those_of_the_server() =>
        Assert.Equal(
            Programme.Codes.Select(code => (code, Programme.Parse(code).Name.Zh, Programme.Parse(code).Name.Ko)),
            Entry()
                .Matches(Front("trainings/programmes.ts"))
                .OrderBy(entry => entry.Groups["name"].Value, StringComparer.Ordinal)
                .Select(entry => (entry.Groups["name"].Value, entry.Groups["zh"].Value, (string?)entry.Groups["ko"].Value))
        );

    /// <summary>Whether a verb, or what it hands its caller to, writes to the audit.</summary>
    private static bool Records(Type verb)
    {
        var calls = MethodCalls.Of(verb).ToList();
        var helpers = calls
            .Where(call => call.GetParameters().Any(parameter => parameter.ParameterType == typeof(Caller)))
            .Select(call => call.DeclaringType!);
        return calls
            .Concat(helpers.SelectMany(MethodCalls.Of))
            .Any(call => call.DeclaringType == typeof(Caller) && call.Name is nameof(Caller.RecordAsync) or nameof(Caller.RefuseAsync));
    }

    /// <summary>
    /// What an import can say: the literals of the statements that refuse, warn or check, with something in each of their holes.
    /// </summary>
    private static IReadOnlyList<string> ReasonsOfTheImport()
    {
        var banks = Sources("Banks").ToList();
        var kinds = Literal()
            .Matches(banks.Select(source => NotOffered().Match(source)).Single(found => found.Success).Value)
            .Select(kind => kind.Groups[1].Value)
            .Where(kind => char.IsLetter(kind[0]))
            .ToList();
        return
        [
            .. from source in banks.Append(File.ReadAllText(Path.Combine(SourceTree.Root, "functions/Http/Validation.cs")))
            from Match statement in Saying().Matches(source)
            from Match literal in Literal().Matches(statement.Value)
            let text = literal.Groups[1].Value
            where text.Contains(' ', StringComparison.Ordinal) && Hole().Replace(text, "").Any(char.IsLetter)
            from kind in text.StartsWith("{kind}", StringComparison.Ordinal) ? kinds : [""]
            select Hole().Replace(text.Replace("{kind}", kind, StringComparison.Ordinal), "7"),
        ];
    }

    private static bool HasSentence(string reason)
    {
        var texts = Front("staff/reasons.ts").Split("const faults");
        var fields = Rule().Matches(texts[0]).Select(rule => rule.Groups[1].Value);
        var faults = Rule().Matches(texts[1]).Select(rule => rule.Groups[1].Value).ToList();
        bool Says(string rest) => faults.Any(fault => Regex.IsMatch(rest, fault));
        return Says(reason)
            || fields.Select(field => Regex.Match(reason, field)).Any(field => field.Success && Says(reason[field.Length..].Trim()));
    }

    private static IEnumerable<string> Sources(string feature) =>
        Directory
            .EnumerateFiles(Path.Combine(SourceTree.Root, "functions", feature), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText);

    private static string Front(string file) => File.ReadAllText(Path.Combine(SourceTree.Root, "web/src", file));

    [GeneratedRegex("""\b(Refuse|Refused|Warn|Check|Parsed<\w+>)\((?:[^;"]|"[^"]*")*;""")]
    private static partial Regex Saying();

    [GeneratedRegex("""(?s)string\? NotOffered\(.*?;""")]
    private static partial Regex NotOffered();

    /// <summary>A string, whose holes may have strings in them.</summary>
    [GeneratedRegex(
        """
            "((?:[^"{]|\{(?:[^{}"]|"[^"]*")*\})*)"
            """
    )]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\[\s*/(\S.*?)/,\s*""")]
    private static partial Regex Rule();

    [GeneratedRegex("""(?m)^  "?(?<name>[\w-]+)"?: \[\s*"(?<zh>[^"]+)",\s*"(?<ko>[^"]+)",?\s*\]""")]
    private static partial Regex Entry();
}
