namespace EStation.Http;

[AttributeUsage(AttributeTargets.Method)]
public abstract class TakesAttribute(Type body) : Attribute
{
    public Type Body { get; } = body;

    public bool IsOptional { get; init; }
}

public sealed class TakesAttribute<T>() : TakesAttribute(typeof(T));
