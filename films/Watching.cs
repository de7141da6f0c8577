using Azure;

namespace EStation.Films;

/// <summary>Looks for films again and again.</summary>
internal static class Watching
{
    public static async Task RunAsync(Preparation preparation, TimeSpan every, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            do
            {
                await TryAsync(preparation, cancellation);
            } while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    // Storage that is away, and a claim that was lost, are met again at the next look.
    private static async Task TryAsync(Preparation preparation, CancellationToken cancellation)
    {
        try
        {
            await preparation.DrainAsync(cancellation);
        }
        catch (RequestFailedException away)
        {
            await Console.Error.WriteLineAsync($"Films wait: {away.Message.Split('\n')[0]}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("A film was claimed by another instance.");
        }
    }
}
