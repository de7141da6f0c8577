using EStation.LocalHost.Rpc;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>Runs one timer function, never twice at once, for the schedule and the admin API.</summary>
internal sealed class TimerRun(Function function, Invocations invocations, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Waits for a current run. Exceptions of the function are logged.</summary>
    public async Task RunAsync(TimerInfo timer, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var result = await invocations.InvokeAsync(function, timer, cancellationToken);
            if (result.Status != StatusResult.Types.Status.Success && !cancellationToken.IsCancellationRequested)
                logger.LogError("Function {Function} failed: {Failure}", function.Name, result.Exception?.Message ?? result.Result);
        }
        catch (WorkerGoneException)
        {
            logger.LogError("Function {Function} did not end: the worker has ended.", function.Name);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
