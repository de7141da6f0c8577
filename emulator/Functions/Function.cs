using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EStation.Emulator;

/// <summary>A discovered function: its method, its one trigger and the compiled way to call it.</summary>
internal sealed class Function
{
    public Function(string name, MethodInfo method)
    {
        Name = name;
        Method = method;
        (TriggerParameter, Trigger) = FindTrigger();
        Definition = new Definition(this);
        Call = FunctionCall.Compile(this);
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public ParameterInfo TriggerParameter { get; }

    public TriggerBindingAttribute Trigger { get; }

    public FunctionDefinition Definition { get; }

    public Func<Invocation, ValueTask<object?>> Call { get; }

    public HttpTriggerAttribute? Http => Trigger as HttpTriggerAttribute;

    public TimerTriggerAttribute? Timer => Trigger as TimerTriggerAttribute;

    private (ParameterInfo, TriggerBindingAttribute) FindTrigger()
    {
        var found = Method
            .GetParameters()
            .Select(parameter => (parameter, attribute: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(pair => pair.attribute is not null)
            .ToArray();
        return found is [var only]
            ? (only.parameter, only.attribute!)
            : throw new StartFailure($"Function {Name} needs exactly one trigger, and has {found.Length}.");
    }
}
