namespace EStation.Inbox;

/// <summary>Something that people are to be told. It is stored with the deed that caused it.</summary>
/// <param name="Id">Follows from the deed: the same telling is shown once.</param>
/// <param name="Kind">The name of a <see cref="TellingKind"/>.</param>
/// <param name="Parameters">The values in the kind's texts.</param>
/// <param name="Link">A page of the front, without its <c>#</c>.</param>
public sealed record Telling(
    string Id,
    string Kind,
    Addressee To,
    DateTimeOffset At,
    IReadOnlyDictionary<string, Text> Parameters,
    string? Link = null
);

/// <summary>A person, by id, or a group of people that a feature can list.</summary>
/// <param name="IsGuest">The id is that of somebody whom another signed up: the owner of the phone is told.</param>
/// <param name="Group">The name of an <see cref="IGroup"/>.</param>
/// <param name="Reference">What the group needs to list its people.</param>
public sealed record Addressee(string? Person, bool IsGuest = false, string? Group = null, string? Reference = null)
{
    public static Addressee GroupOf(string name, string reference) => new(null, Group: name, Reference: reference);
}

/// <summary>People whom a deed concerns, listed when they are told.</summary>
public interface IGroup
{
    string Name { get; }

    Task<IReadOnlyList<Addressee>> ListAsync(string reference);
}
