namespace EStation.LocalHost.Worker;

/// <param name="Settings">All settings including the environment's, by names with a colon.</param>
internal sealed record WorkerConnection(Uri Endpoint, string WorkerId, string AppDirectory, IReadOnlyDictionary<string, string?> Settings)
{
    public const string DirectoryVariable = "FUNCTIONS_APPLICATION_DIRECTORY";

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The worker's own configuration keys, for a worker without a command line.</summary>
    public IReadOnlyDictionary<string, string?> Keys =>
        new Dictionary<string, string?>
        {
            ["Functions:Worker:HostEndpoint"] = Endpoint.ToString(),
            ["Functions:Worker:WorkerId"] = WorkerId,
            ["Functions:Worker:RequestId"] = RequestId,
            ["Functions:Worker:GrpcMaxMessageLength"] = int.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
}
