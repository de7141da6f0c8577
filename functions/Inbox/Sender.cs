using System.Globalization;
using EStation.Messages;
using EStation.People;

namespace EStation.Inbox;

/// <summary>Sends one message about everything that waits for a person.</summary>
public sealed class Sender(PhoneMessages phones, TellingKinds kinds)
{
    private const int IdBytes = 16;

    public Task<PhoneMessage> SendAsync(Reader reader, IReadOnlyList<Telling> tellings)
    {
        var isByOthers = reader.IsByOthers || tellings.All(telling => kinds.Find(telling.Kind) is { IsByOthers: true });
        var cause = isByOthers ? CausedBy.Others : CausedBy.Owner;
        return phones.SendAsync(MessageOf(reader, tellings), cause);
    }

    private Message MessageOf(Reader reader, IReadOnlyList<Telling> tellings)
    {
        var first = tellings[0];
        var (template, values) =
            tellings.Count == 1 ? (kinds.Find(first.Kind)!.Message!, first.Parameters) : (TellingKinds.Several, Count());
        var parameters = template.Parameters.ToDictionary(name => name, name => values[name].In(reader.Language));
        return new Message(reader.Phone, template, parameters, reader.Language, first.At)
        {
            Id = Fingerprint.Of($"{first.Id}|{tellings.Count}|{reader.Phone.E164}", IdBytes),
        };

        IReadOnlyDictionary<string, Text> Count() =>
            new Dictionary<string, Text> { ["count"] = new(tellings.Count.ToString(CultureInfo.InvariantCulture)) };
    }
}
