using EStation.People;
using EStation.Regions;

namespace EStation.Notices;

/// <summary>The notices to a person's places.</summary>
public sealed class PlaceNotices(PlaceTable places, TimeProvider time)
{
    /// <summary>Live notices: at most five documents, each read once a minute.</summary>
    /// <returns>The notices in order, and the key up to which they are complete: null when nothing is on later pages.</returns>
    public async Task<(IReadOnlyList<PlacedNotice> Notices, string? Complete)> ReadLiveAsync(Person person)
    {
        if (ResidentOf(person) is not { } reader)
            return ([], null);
        var documents = await Task.WhenAll(reader.Village.Upwards.Select(places.FindAsync));
        var complete = documents
            .Where(document => document is { Older: not null, Notices.Count: > 0 })
            .Select(document => document.Notices[^1].Key)
            .Min(StringComparer.Ordinal);
        return (Sort(documents.SelectMany(document => document.Notices), reader), complete);
    }

    /// <summary>The next ones after a key, from as many pages as that takes.</summary>
    public async Task<IReadOnlyList<PlacedNotice>> ReadAfterAsync(Person person, string after, int count)
    {
        if (ResidentOf(person) is not { } reader)
            return [];
        var found = await Task.WhenAll(reader.Village.Upwards.Select(place => ReadAfterAsync(place, reader, after, count)));
        return [.. Sort(found.SelectMany(notices => notices), reader).Take(count)];
    }

    private async Task<IReadOnlyList<PlacedNotice>> ReadAfterAsync(RegionCode place, Resident reader, string after, int count)
    {
        var found = new List<PlacedNotice>();
        await foreach (var document in places.ReadAsync(place))
        {
            found.AddRange(Sort(document.Notices, reader).Where(notice => string.CompareOrdinal(notice.Key, after) > 0));
            if (found.Count >= count)
                break;
        }

        return found;
    }

    // A notice to a village and its town is in both documents.
    private List<PlacedNotice> Sort(IEnumerable<PlacedNotice> notices, Resident reader)
    {
        var now = time.Now();
        return
        [
            .. notices
                .Where(notice => notice.IsFor(reader, now))
                .DistinctBy(notice => notice.Id)
                .OrderBy(notice => notice.Key, StringComparer.Ordinal),
        ];
    }

    private static Resident? ResidentOf(Person person) => person.Place is null ? null : Resident.Of(person.Profile);
}
