using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EStation.Emulator;

/// <summary>Runs one timer function, never twice at once, whoever asks: its schedule or the admin API.</summary>
internal sealed class TimerRun(Function function, FunctionExecutionDelegate pipeline, IServiceScopeFactory scopes, ILogger logger)
    : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Waits for a run that is under way. What the function throws is logged and stops nothing.</summary>
    public async Task RunAsync(TimerInfo timer, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await pipeline(new Invocation(function, scope.ServiceProvider, cancellationToken) { Timer = timer });
        }
        catch (Exception failure)
        {
            if (!cancellationToken.IsCancellationRequested)
                logger.LogError(failure, "Function {Function} failed.", function.Name);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
