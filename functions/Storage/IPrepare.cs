namespace EStation.Storage;

/// <summary>A step that has to be done before the first request can be served. A repeated step changes nothing.</summary>
public interface IPrepare
{
    Task PrepareAsync(CancellationToken cancellation);
}
