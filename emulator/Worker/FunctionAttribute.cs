namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function; the name is the function's, not the method's.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
