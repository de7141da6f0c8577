namespace EStation.Messages;

/// <summary>The gateway says that the number is none: sending the message again is of no use.</summary>
public sealed class MessageRefusedException(string message) : UnavailableException(message);
