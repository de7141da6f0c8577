using System.Reflection;

namespace EStation;

public static class Build
{
    /// <summary>The version of the program, with the commit if the build knew it.</summary>
    public static string Version { get; } =
        typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
