using System.Reflection;
using System.Runtime.Loader;

namespace EStation.LocalHost.Worker;

/// <summary>Starts the host in the process of an app that an IDE or <c>dotnet exec</c> starts, for the debugger. The host has its own
/// assembly load context, so that the app keeps its versions of shared packages.</summary>
internal static class HostBeside
{
    public static void Start()
    {
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        var own = typeof(HostBeside).Assembly.Location;
        new Isolation(own)
            .LoadFromAssemblyPath(own)
            .GetType(typeof(HostBeside).FullName!)!
            .GetMethod(nameof(Run), BindingFlags.Static | BindingFlags.NonPublic)!
            .Invoke(null, null);
    }

    private static void Run()
    {
        var attached = new AttachedWorker();
        _ = Task.Run(() => HostAsync(attached));
        attached.Prepared.GetAwaiter().GetResult();
    }

    private static async Task HostAsync(AttachedWorker worker)
    {
        try
        {
            var host = await FunctionsHost.StartAsync(
                new HostSetup
                {
                    Worker = worker,
                    ContentRoot = AppContext.BaseDirectory,
                    CommandLine = CommandLine.Parse(Environment.GetCommandLineArgs()[1..]),
                }
            );
            host.Announce();
            await host.WorkerEnded;
        }
        catch (StartFailure failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            Environment.Exit(1);
        }
    }

    private sealed class Isolation(string assembly) : AssemblyLoadContext("EStation.LocalHost")
    {
        private readonly AssemblyDependencyResolver resolver = new(assembly);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}
