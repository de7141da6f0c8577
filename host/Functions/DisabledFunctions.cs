using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

internal sealed class DisabledFunctions(FunctionCatalog functions, IConfiguration settings)
{
    private readonly HashSet<Function> disabled =
    [
        .. functions.All.Where(function =>
            IsOn(settings[$"AzureWebJobs.{function.Name}.Disabled"]) || IsOn(settings[$"AzureWebJobs_{function.Name}_Disabled"])
        ),
    ];

    public bool Contains(Function function) => disabled.Count > 0 && disabled.Contains(function);

    private static bool IsOn(string? setting) => setting == "1" || string.Equals(setting, "true", StringComparison.OrdinalIgnoreCase);
}
