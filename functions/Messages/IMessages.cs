namespace EStation.Messages;

public interface IMessages
{
    Task SendAsync(Message message);
}

/// <param name="Challenge">For tests; not sent.</param>
public sealed record Message(Phone Phone, string Text, DateTimeOffset SentAt, string? Challenge = null, string? Code = null)
{
    /// <summary>An idempotency key: a message that is sent again arrives once.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");
}
