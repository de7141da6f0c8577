using EStation.Emulator;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

if (args is not ["serve", .. var hostArgs])
    return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);

var builder = FunctionsApplication.CreateBuilder(
    hostArgs,
    new HostSetup
    {
        FunctionTypes = [typeof(ServedFunctions)],
        ContentRoot = Environment.CurrentDirectory,
        // As short as storage allows, so that a killed host's timers are taken over while a test waits.
        Leases = new LeaseTiming(TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(250)),
        ExitOnFailure = true,
    }
);
builder.ConfigureFunctionsWebApplication();
builder.Build().Run();
return 0;
