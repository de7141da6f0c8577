namespace EStation.Http;

/// <summary>Declares the successful answer for the OpenAPI document. Without a body: an empty answer.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AnswersAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses { get; } = statuses;

    public virtual Type? Body => null;
}

public sealed class AnswersAttribute<T>(params int[] statuses) : AnswersAttribute(statuses is [] ? [200] : statuses)
{
    public override Type Body => typeof(T);
}
