using Grpc.Core;

namespace EStation.LocalHost.Rpc;

/// <summary>The one call of the protocol: a worker opens it at start and keeps it open.</summary>
internal sealed class EventStreamService(WorkerChannel channel) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        var sending = channel.SendAllAsync(responseStream, context.CancellationToken);
        try
        {
            while (await requestStream.MoveNext(context.CancellationToken))
                channel.Receive(requestStream.Current);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // The worker has ended without closing the stream.
        }
        finally
        {
            channel.Close();
            await sending;
        }
    }
}
