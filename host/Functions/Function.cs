using System.Text.Json;
using System.Text.Json.Nodes;
using EStation.LocalHost.Rpc;

namespace EStation.LocalHost;

internal sealed class Function
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private Function(RpcFunctionMetadata metadata, JsonObject trigger)
    {
        Metadata = metadata;
        Trigger = trigger;
        TriggerName = (string)trigger["name"]!;
        Http = TypeOf(trigger) == "httptrigger" ? trigger.Deserialize<HttpTrigger>(Json) : null;
        Timer = TypeOf(trigger) == "timertrigger" ? trigger.Deserialize<TimerTrigger>(Json) : null;
    }

    public string Name => Metadata.Name;

    public string Id => Metadata.FunctionId;

    public RpcFunctionMetadata Metadata { get; }

    public JsonObject Trigger { get; }

    public string TriggerName { get; }

    public HttpTrigger? Http { get; }

    public TimerTrigger? Timer { get; }

    /// <exception cref="StartFailure">The function has no trigger, several, or one that this host does not know.</exception>
    public static Function Of(RpcFunctionMetadata metadata)
    {
        var bindings = metadata.RawBindings.Select(binding => JsonNode.Parse(binding)!.AsObject()).ToList();
        foreach (var binding in bindings)
            metadata.Bindings[(string)binding["name"]!] = new BindingInfo
            {
                Type = (string)binding["type"]!,
                Direction = DirectionOf(binding),
            };
        var triggers = bindings.Where(binding => TypeOf(binding).EndsWith("trigger", StringComparison.Ordinal)).ToList();
        if (triggers.Count != 1)
            throw new StartFailure($"Function {metadata.Name} needs exactly one trigger, and has {triggers.Count}.");
        var function = new Function(metadata, triggers[0]);
        return function.Http is not null || function.Timer is not null
            ? function
            : throw new StartFailure($"Function {metadata.Name}: this host has no {triggers[0]["type"]}, only HTTP and timer triggers.");
    }

    private static string TypeOf(JsonObject binding) => ((string)binding["type"]!).ToLowerInvariant();

    private static BindingInfo.Types.Direction DirectionOf(JsonObject binding) =>
        Enum.Parse<BindingInfo.Types.Direction>((string?)binding["direction"] ?? "in", ignoreCase: true);
}

/// <summary>The access level and the route. No level means Function, as on the real host.</summary>
internal sealed record HttpTrigger(string? AuthLevel, IReadOnlyList<string>? Methods, string? Route)
{
    public KeyLevel Level => AuthLevel is null ? KeyLevel.Function : Enum.Parse<KeyLevel>(AuthLevel, ignoreCase: true);
}

internal sealed record TimerTrigger(string Schedule, bool UseMonitor = true, bool RunOnStartup = false);
