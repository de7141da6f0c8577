using EStation.Messages;

namespace EStation.People;

/// <summary>
/// Messages to a phone that did not ask for them just now: at most so many a day that others cause, and none to a number that does not
/// exist. A message that is not sent is left to the inbox.
/// </summary>
public sealed class PhoneMessages(IMessages messages, PhoneTable phones, PhoneMessagesOptions options, TimeProvider time)
{
    public async Task<PhoneMessage> SendAsync(Message message, CausedBy cause)
    {
        var now = time.Now();
        var limited = cause == CausedBy.Others;
        var seen = await phones.SeeAsync(message.Phone);
        if (seen.IsUnreachableAt(now))
            return PhoneMessage.LeftToInbox;
        if (seen.Lost.WaitUntil > now)
            return PhoneMessage.Later;
        if (limited && !await phones.DecideAsync(message.Phone, use => use.TakeMessage(options.PerPhonePerDay, now)))
            return PhoneMessage.LeftToInbox;
        var outcome = await messages.SendAsync(message);
        if (outcome != MessageOutcome.Taken || seen.Lost.Count > 0)
            await phones.DecideAsync(message.Phone, use => (After(use, outcome, limited, now), true));
        return outcome switch
        {
            MessageOutcome.Taken => PhoneMessage.Sent,
            MessageOutcome.Undeliverable or MessageOutcome.Unfit => PhoneMessage.LeftToInbox,
            _ => PhoneMessage.Later,
        };
    }

    // A message whose answer was lost may have arrived: it stays counted.
    private static PhoneUse After(PhoneUse use, MessageOutcome outcome, bool limited, DateTimeOffset now) =>
        outcome switch
        {
            MessageOutcome.Taken => use with { Lost = LostAnswers.None },
            MessageOutcome.Unknown => use with { Lost = use.Lost.After(now) },
            MessageOutcome.Undeliverable => GivenBack(use, limited).Unreachable(now),
            _ => GivenBack(use, limited),
        };

    private static PhoneUse GivenBack(PhoneUse use, bool limited) => limited ? use.GiveBackMessage() : use;
}

/// <summary>The person whose deed causes a message.</summary>
public enum CausedBy
{
    Owner,
    Others,
}

public enum PhoneMessage
{
    Sent,

    /// <summary>It will never be sent.</summary>
    LeftToInbox,

    /// <summary>Send the same message again, with the same id.</summary>
    Later,
}
