namespace EStation.Messages;

/// <summary>The number does not exist, so a retry is useless.</summary>
public sealed class MessageRefusedException(string message) : UnavailableException(message);
