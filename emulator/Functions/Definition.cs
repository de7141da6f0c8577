using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Emulator;

internal sealed class Definition(Function function) : FunctionDefinition
{
    public override string PathToAssembly { get; } = function.Method.Module.FullyQualifiedName;

    public override string EntryPoint { get; } = $"{function.Method.ReflectedType!.FullName}.{function.Method.Name}";

    /// <summary>Stable over restarts, as the real host's is.</summary>
    public override string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(function.Name)).AsSpan(0, 8));

    public override string Name { get; } = function.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(
            function.TriggerParameter.Name!,
            new TriggerMetadata(function.TriggerParameter.Name!, function.Http is null ? "timerTrigger" : "httpTrigger")
        );

    private sealed class TriggerMetadata(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
