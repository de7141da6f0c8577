namespace Microsoft.Azure.Functions.Worker;

/// <summary>W3C trace headers; empty strings when the request carried none.</summary>
public abstract class TraceContext
{
    public abstract string TraceParent { get; }

    public abstract string TraceState { get; }
}
