namespace EStation.Http;

/// <summary>The media types of the files or drawings that a function answers with.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswersFileAttribute(params string[] mediaTypes) : Attribute
{
    /// <summary>As in the header Content-Type: a parameter such as the charset may follow.</summary>
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;
}
