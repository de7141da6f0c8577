using System.Diagnostics;

namespace EStation.LocalHost.Worker;

/// <summary>Ends a worker with its host. The worker's standard input is a pipe from the host, which ends with the host, also after <c>kill
/// -9</c>. A startup hook loads the watch, so that the app needs no code for it.</summary>
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
        // Only this process needs the variable; its children must not inherit it.
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
