namespace EStation.Storage;

/// <summary>An idempotent step that precedes the first request.</summary>
public interface IPrepare
{
    Task PrepareAsync(CancellationToken cancellation);
}
