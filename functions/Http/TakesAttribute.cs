namespace EStation.Http;

/// <summary>The record that a function reads from the body. The OpenAPI document is made from it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class TakesAttribute(Type body) : Attribute
{
    public Type Body { get; } = body;

    /// <summary>Whether the request may have no body.</summary>
    public bool IsOptional { get; init; }
}

/// <inheritdoc/>
public sealed class TakesAttribute<T>() : TakesAttribute(typeof(T));
