namespace EStation.Http;

[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswersFileAttribute(params string[] mediaTypes) : Attribute
{
    /// <summary>As in Content-Type, with parameters such as the charset.</summary>
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;
}
