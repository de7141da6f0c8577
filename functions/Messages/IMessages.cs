namespace EStation.Messages;

/// <summary>The way to a phone.</summary>
public interface IMessages
{
    /// <summary>Hands a message to the outlet, which raises the alarm where it refuses us. Failures of the outlet are outcomes.</summary>
    Task<MessageOutcome> SendAsync(Message message);
}
