namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned; middleware may replace it.</summary>
public abstract class InvocationResult : InvocationResult<object> { }

public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}
