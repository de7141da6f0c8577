namespace EStation.LocalHost.Rpc;

internal sealed class WorkerGoneException() : Exception("The worker has ended.");
