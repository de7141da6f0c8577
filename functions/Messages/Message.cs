namespace EStation.Messages;

/// <summary>A short message to a phone: a template that the gateway has approved, and its parameters.</summary>
/// <param name="Parameters">A value for each parameter of the template, by name.</param>
/// <param name="Challenge">The challenge that a sign-in code answers, for the local outlet; never sent.</param>
public sealed record Message(
    Phone Phone,
    MessageTemplate Template,
    IReadOnlyDictionary<string, string> Parameters,
    Language Language,
    DateTimeOffset SentAt,
    string? Challenge = null
)
{
    private const int ReferenceBytes = 16;

    /// <summary>Names the message: a repetition has the same id.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The id as gateways get it: 32 hexadecimal digits that tell nothing.</summary>
    public string Reference => Fingerprint.Of(Id, ReferenceBytes);

    /// <summary>The text that arrives, without the signature that the gateway puts before it.</summary>
    public string Text => Template.Fill(Parameters, Language);
}
