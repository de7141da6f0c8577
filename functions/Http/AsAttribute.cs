namespace EStation.Http;

/// <summary>The type that a string, or each string of a list, is parsed into. It gives the schema.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class AsAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

public sealed class AsAttribute<T>() : AsAttribute(typeof(T));
