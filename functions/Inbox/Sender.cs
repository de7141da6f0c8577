using System.Globalization;
using EStation.Messages;
using EStation.People;
using Microsoft.Extensions.Logging;

namespace EStation.Inbox;

/// <summary>Sends one message about everything that waits for a person.</summary>
public sealed class Sender(IMessages messages, PhoneTable phones, TellingKinds kinds, TimeProvider time, ILogger<Sender> logger)
{
    /// <returns>False when the outlet did not take the message, and may later.</returns>
    public async Task<bool> TrySendAsync(Reader reader, IReadOnlyList<Telling> tellings)
    {
        if (reader.IsByOthers && !await TakeMessageAsync(reader.Phone))
            return true;
        try
        {
            await messages.SendAsync(MessageOf(reader, tellings));
            return true;
        }
        catch (UnavailableException away)
        {
            logger.LogWarning(away, "A message about {Kind} was not sent", tellings[0].Kind);
            if (reader.IsByOthers)
                await phones.DecideAsync(reader.Phone, use => (use.GiveBackMessage(), true));
            return away is MessageRefusedException;
        }
    }

    private Message MessageOf(Reader reader, IReadOnlyList<Telling> tellings)
    {
        var first = tellings[0];
        var count = new Text(tellings.Count.ToString(CultureInfo.InvariantCulture));
        var (kind, parameters) =
            tellings.Count == 1
                ? (kinds.Find(first.Kind)!, first.Parameters)
                : (TellingKinds.Several, new Dictionary<string, Text> { ["count"] = count });
        var text = TellingKind.Fill(kind.Message!, parameters).In(reader.Language);
        return new Message(reader.Phone, text, first.At) { Id = $"{first.Id}-{tellings.Count}-{reader.Inbox}" };
    }

    private Task<bool> TakeMessageAsync(Phone phone)
    {
        var now = time.Now();
        return phones.DecideAsync(phone, use => use.TakeMessage(now));
    }
}
