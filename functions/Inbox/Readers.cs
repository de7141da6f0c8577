using EStation.People;

namespace EStation.Inbox;

/// <summary>A person as far as telling needs it.</summary>
/// <param name="Inbox">The id whose inbox it is; null when nobody owns the phone yet.</param>
/// <param name="IsByOthers">Others cause the messages: the phone has a limit for these.</param>
public sealed record Reader(string? Inbox, Phone Phone, Language Language, Preferences Preferences, bool IsByOthers)
{
    public bool Takes(TellingKind kind) =>
        kind.Message is not null
        && TellingKinds.IsWanted(kind.Topic, Preferences.Messages)
        && (!IsByOthers || Preferences.SignedUpByOthers);
}

/// <summary>Finds the person behind an addressee.</summary>
public sealed class Readers(PersonTable people, PhoneTable phones)
{
    /// <returns>Null when the person was erased.</returns>
    public async Task<Reader?> FindAsync(Addressee to)
    {
        if (to.Person is null || await people.FindAsync(to.Person) is not { IsLeaving: false } person)
            return null;
        if (!to.IsGuest)
            return new Reader(person.Id, person.Phone, person.Profile.Language, person.Preferences, IsByOthers: false);
        // A phone that nobody has signed in with has an id already: its owner finds the inbox at the first sign-in.
        var use = await phones.ReadAsync(person.Phone);
        var owner = use is { IsTaken: true, Person: { } id } ? await people.FindFreshAsync(id) : null;
        return new Reader(
            use.Person,
            person.Phone,
            (owner ?? person).Profile.Language,
            owner?.Preferences ?? Preferences.Usual,
            IsByOthers: true
        );
    }
}
