using System.Reflection;
using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

/// <summary>What must be true of every deployment. A rule is a method that tells what is wrong; its name is the sentence.</summary>
internal static class TemplateRule
{
    private static readonly IReadOnlyDictionary<string, Func<Deployment, IEnumerable<string>>> All = new[]
    {
        typeof(AppRules),
        typeof(StorageRules),
        typeof(AccessRules),
        typeof(SettingRules),
        typeof(AlertRules),
        typeof(AuditRules),
        typeof(FrontDoorRules),
        typeof(NetworkRules),
        typeof(OperationRules),
        typeof(RetentionRules),
    }
        .SelectMany(rules => rules.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .ToDictionary(rule => rule.Name, rule => rule.CreateDelegate<Func<Deployment, IEnumerable<string>>>());

    public static IEnumerable<string> Names => All.Keys;

    public static IReadOnlyList<string> Findings(string rule, Deployment deployment) => [.. All[rule](deployment)];

    public static IReadOnlyList<string> Findings(Deployment deployment) =>
        [.. All.SelectMany(rule => rule.Value(deployment).Select(wrong => $"{rule.Key}: {wrong}"))];

    /// <summary>What is said when a value is not as it must be.</summary>
    public static IEnumerable<string> Expect(Resource resource, string path, params string[] allowed)
    {
        if (resource[path] is not { } value || !allowed.Contains(value, StringComparer.Ordinal))
            yield return $"{resource.Name}: {path} is {resource[path] ?? "not set"}, not {string.Join(" or ", allowed)}";
    }

    /// <summary>What is missing of one list and too much in it.</summary>
    public static IEnumerable<string> Same(string what, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (want, have) = (expected.ToList(), found.ToList());
        return want.Except(have)
            .Select(item => $"{what}: {item} is missing")
            .Concat(have.Except(want).Select(item => $"{what}: {item} is one too many"))
            .Concat(have.GroupBy(item => item).Where(group => group.Count() > 1).Select(group => $"{what}: {group.Key} is there twice"));
    }
}
