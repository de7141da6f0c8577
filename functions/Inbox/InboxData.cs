using EStation.People;
using EStation.Privacy;

namespace EStation.Inbox;

/// <summary>The inbox goes with its owner. What others were told of a person, masked, stays in theirs.</summary>
public sealed class InboxData(InboxTable inbox, TellingKinds kinds) : IPersonalData
{
    private const int Most = 100_000;

    public string Name => "inbox";

    public async Task<object?> ExportAsync(Person person)
    {
        var state = await inbox.FindStateAsync(person.Id);
        var items = await inbox.ReadAsync(person.Id, after: null, Most);
        return new
        {
            state.ReadUpTo,
            LastMessageAt = state.MessagedAt,
            Items = items.Select(telling => new
            {
                telling.At,
                telling.Kind,
                Text = kinds.Find(telling.Kind) is { } kind
                    ? TellingKind.Fill(kind.Text, telling.Parameters).In(person.Profile.Language)
                    : "",
                telling.Link,
            }),
        };
    }

    public Task ForgetAsync(Erasure erasure) => inbox.ForgetAsync(erasure.Person);
}
