using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Emulator;

/// <summary>All functions, in the order of their names, which is the order in which the host tries their routes.</summary>
internal sealed class FunctionCatalog
{
    private const BindingFlags Methods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, Function> _byName;

    public FunctionCatalog(IEnumerable<Type> types)
    {
        All =
        [
            .. types
                .SelectMany(type => type.GetMethods(Methods))
                .Select(method => (method, attribute: method.GetCustomAttribute<FunctionAttribute>()))
                .Where(pair => pair.attribute is not null)
                .Select(pair => new Function(pair.attribute!.Name, pair.method))
                .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase),
        ];
        if (All.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            var entries = string.Join(" and ", same.Select(function => function.Definition.EntryPoint));
            throw new StartFailure($"Two functions are named {same.Key}: {entries}.");
        }

        _byName = All.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Function> All { get; }

    public Function? Find(string name) => _byName.GetValueOrDefault(name);
}
