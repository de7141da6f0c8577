namespace EStation.LocalHost.Worker;

/// <summary>What a worker is started with.</summary>
/// <param name="Endpoint">The host's gRPC endpoint.</param>
/// <param name="WorkerId">The id that the worker introduces itself with.</param>
/// <param name="AppDirectory">The folder of the app: host.json and the app's assembly.</param>
/// <param name="Settings">All settings, by names with a colon; the environment's own are among them.</param>
internal sealed record WorkerConnection(Uri Endpoint, string WorkerId, string AppDirectory, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>The variable in which a worker wants the folder of its app.</summary>
    public const string DirectoryVariable = "FUNCTIONS_APPLICATION_DIRECTORY";

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The worker's own configuration keys, for a worker that is not started by a command line.</summary>
    public IReadOnlyDictionary<string, string?> Keys =>
        new Dictionary<string, string?>
        {
            ["Functions:Worker:HostEndpoint"] = Endpoint.ToString(),
            ["Functions:Worker:WorkerId"] = WorkerId,
            ["Functions:Worker:RequestId"] = RequestId,
            ["Functions:Worker:GrpcMaxMessageLength"] = int.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
}
