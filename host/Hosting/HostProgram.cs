using System.Runtime.InteropServices;

namespace EStation.LocalHost;

internal static class HostProgram
{
    public static async Task<int> RunAsync(Func<HostSetup> setup)
    {
        var stop = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await using var host = await FunctionsHost.StartAsync(setup());
            host.Announce();
            if (await Task.WhenAny(stop.Task, host.WorkerEnded) == host.WorkerEnded)
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
    }
}
