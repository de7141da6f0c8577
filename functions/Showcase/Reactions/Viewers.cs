using EStation.People;

namespace EStation.Showcase.Reactions;

/// <summary>Somebody in front of a published video.</summary>
/// <param name="Place">Where what this person does is kept.</param>
public sealed record Viewer(Person Person, Place Place, Audience Audience, Video Video, Day Day, DateTimeOffset Now);

/// <summary>Finds who is in front of which video.</summary>
public sealed class Viewers(VideoDocuments documents, TimeProvider time)
{
    public async Task<Result<Viewer>> FindAsync(Person person, string id)
    {
        if ((await documents.FindPublishedAsync(id)).Refused(out var refusal, out var document))
            return refusal;
        if (person.Place is not { } place)
            return PeopleRefusals.ProfileIncomplete;
        var now = time.Now();
        return new Viewer(person, place, person.AudienceAt(now), document.Video, Day.Of(now), now);
    }
}
