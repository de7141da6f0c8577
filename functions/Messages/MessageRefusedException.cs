namespace EStation.Messages;

/// <summary>The gateway takes this message never: sending it again is of no use.</summary>
public sealed class MessageRefusedException(string message) : UnavailableException(message);
