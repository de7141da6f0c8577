namespace EStation.Http;

/// <summary>What a function answers with when it succeeds. The OpenAPI document is made from it; without a body: an empty answer.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AnswersAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses { get; } = statuses;

    /// <summary>The record that is sent as JSON, or null.</summary>
    public virtual Type? Body => null;
}

/// <inheritdoc/>
/// <param name="statuses">200 where there is none.</param>
public sealed class AnswersAttribute<T>(params int[] statuses) : AnswersAttribute(statuses is [] ? [200] : statuses)
{
    public override Type Body => typeof(T);
}
