using EStation.LocalHost;
using EStation.LocalHost.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The same program is the tests, the host that they start as a process of its own, and that host's worker.
if (args.Contains("--functions-worker-id"))
{
    if (Environment.GetEnvironmentVariable("CrashesFile") is { } file && File.ReadAllText(file) is ['x', .. var fewer])
    {
        File.WriteAllText(file, fewer);
        throw new InvalidOperationException("Crashed, as the test wants it.");
    }

    var builder = FunctionsApplication.CreateBuilder(args);
    builder.Services.AddSingleton<IFunctionMetadataProvider>(new FunctionsOfTypes([typeof(ServedFunctions)]));
    builder.ConfigureFunctionsWebApplication();
    await builder.Build().RunAsync();
    return 0;
}

if (args is ["serve", .. var switches])
{
    return await HostProgram.RunAsync(() =>
        new HostSetup
        {
            Worker = new ChildWorker(typeof(ServedFunctions).Assembly.Location),
            ContentRoot = Environment.CurrentDirectory,
            CommandLine = CommandLine.Parse(switches),
            // As short as storage allows, so that a killed host's timers are taken over while a test waits.
            Leases = new LeaseTiming(TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(250)),
        }
    );
}

return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
