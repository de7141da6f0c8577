namespace EStation.Storage;

public interface IPrepare
{
    Task PrepareAsync(CancellationToken cancellation);
}
