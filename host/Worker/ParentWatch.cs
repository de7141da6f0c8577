using System.Diagnostics;

namespace EStation.LocalHost.Worker;

/// <summary>
/// Ends a worker with its host. The worker's standard input is a pipe from the host: when the host is gone, also by <c>kill -9</c>, the
/// pipe is at its end. The watch is loaded into the worker as a startup hook, so that the app knows nothing of it.
/// </summary>
internal static class ParentWatch
{
    private const string Variable = "ESTATION_HOST_WATCH";
    private const string Hooks = "DOTNET_STARTUP_HOOKS";

    public static bool IsAskedFor => Environment.GetEnvironmentVariable(Variable) == "stdin";

    public static void AddTo(ProcessStartInfo start)
    {
        start.Environment[Variable] = "stdin";
        start.Environment[Hooks] = typeof(ParentWatch).Assembly.Location;
    }

    public static void Start()
    {
        // For this process alone, not for those that it starts.
        Environment.SetEnvironmentVariable(Variable, null);
        Environment.SetEnvironmentVariable(Hooks, null);
        var input = Console.OpenStandardInput();
        new Thread(() =>
        {
            while (input.ReadByte() >= 0) { }
            Process.GetCurrentProcess().Kill();
        })
        {
            IsBackground = true,
            Name = "Parent watch",
        }.Start();
    }
}
