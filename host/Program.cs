using EStation.LocalHost;
using EStation.LocalHost.Worker;

return await HostProgram.RunAsync(() =>
{
    if (args is not [var app, .. var switches] || !File.Exists(app))
        throw new StartFailure("Say which function app to host: EStation.LocalHost APP.dll [--port N] [--host ADDRESS]");
    var assembly = Path.GetFullPath(app);
    return new HostSetup
    {
        Worker = new ChildWorker(assembly),
        ContentRoot = Path.GetDirectoryName(assembly)!,
        CommandLine = CommandLine.Parse(switches),
    };
});
