using EStation.LocalHost.Worker;

/// <summary>The entry point that .NET calls before Main with <c>DOTNET_STARTUP_HOOKS</c>: it starts the watch of the host in a child
/// worker, and the host in an app started without one (F5).</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (ParentWatch.IsAskedFor)
            ParentWatch.Start();
        else
            HostBeside.Start();
    }
}
