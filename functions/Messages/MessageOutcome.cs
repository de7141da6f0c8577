namespace EStation.Messages;

public enum MessageOutcome
{
    /// <summary>The outlet has taken the message.</summary>
    Taken,

    /// <summary>The number does not exist, or its owner refuses our messages. Sending again is of no use.</summary>
    Undeliverable,

    /// <summary>The gateway refuses this one message for good, as for a forbidden word in a parameter.</summary>
    Unfit,

    /// <summary>The outlet did not take the message, and may take it later.</summary>
    Later,

    /// <summary>The answer was lost: the message may have been taken. Sending again can repeat it.</summary>
    Unknown,

    /// <summary>The account, a template, the signature or the address is wrong. The message can be sent when that is mended.</summary>
    Misconfigured,
}
