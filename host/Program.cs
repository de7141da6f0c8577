using System.Runtime.InteropServices;
using EStation.LocalHost;
using EStation.LocalHost.Worker;

if (args is not [var app, .. var switches] || !File.Exists(app))
{
    await Console.Error.WriteLineAsync("Say which function app to host: EStation.LocalHost APP.dll [--port N] [--host ADDRESS]");
    return 2;
}

var stop = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var assembly = Path.GetFullPath(app);
    await using var host = await FunctionsHost.StartAsync(
        new HostSetup
        {
            Worker = new ChildWorker(assembly),
            ContentRoot = Path.GetDirectoryName(assembly)!,
            CommandLine = CommandLine.Parse(switches),
        }
    );
    _ = host.Keys.Master;
    Console.WriteLine($"Master key in: {host.Keys.HostFile}");
    Console.WriteLine($"Now listening on: {host.Address.ToString().TrimEnd('/')}");
    if (await Task.WhenAny(stop.Task, host.WorkerEnded) == host.WorkerEnded && !stop.Task.IsCompleted)
        throw new StartFailure($"The worker ended with code {await host.WorkerEnded}; the host stops.");
    await host.StopAsync();
    return 0;
}
catch (StartFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.TrySetResult();
}
