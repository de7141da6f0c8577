namespace EStation.Http;

/// <summary>The type that a request's string is parsed into; of a list: each string in it. The schema is the type's.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class AsAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

/// <inheritdoc/>
public sealed class AsAttribute<T>() : AsAttribute(typeof(T));
