using EStation.LocalHost.Rpc;

namespace EStation.LocalHost;

/// <summary>All functions, ordered by name, which is the order in which the host tries their routes.</summary>
internal sealed class FunctionCatalog
{
    private readonly Dictionary<string, Function> byName;

    /// <exception cref="StartFailure">Two functions have one name, or this host does not support a function.</exception>
    public FunctionCatalog(IEnumerable<RpcFunctionMetadata> metadata)
    {
        All = [.. metadata.Select(Function.Of).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];
        if (All.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            var entries = string.Join(" and ", same.Select(function => function.Metadata.EntryPoint));
            throw new StartFailure($"Two functions are named {same.Key}: {entries}.");
        }

        byName = All.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Function> All { get; }

    public Function? Find(string name) => byName.GetValueOrDefault(name);
}
