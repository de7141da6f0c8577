namespace EStation.Messages;

/// <summary>The way to a phone.</summary>
public interface IMessages
{
    Task SendAsync(Message message);
}

/// <summary>A short message to a phone.</summary>
/// <param name="Challenge">What a one-time code belongs to, for those who test; not sent.</param>
/// <param name="Code">The code that the text has in it; not sent apart.</param>
public sealed record Message(Phone Phone, string Text, DateTimeOffset SentAt, string? Challenge = null, string? Code = null)
{
    /// <summary>Names the message: one that is sent again has the same, and arrives once.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");
}
