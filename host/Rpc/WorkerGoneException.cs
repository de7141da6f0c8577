namespace EStation.LocalHost.Rpc;

/// <summary>The worker ended before it answered an invocation.</summary>
internal sealed class WorkerGoneException() : Exception("The worker has ended.");
