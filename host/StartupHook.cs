using EStation.LocalHost.Worker;

/// <summary>
/// What .NET calls in a process with <c>DOTNET_STARTUP_HOOKS</c>, before the app's own Main: in a child worker the watch of its host, in an
/// app that was started by itself (F5) the host.
/// </summary>
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
