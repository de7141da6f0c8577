using System.Globalization;
using EStation.Showcase;
using EStation.Showcase.Reactions;
using EStation.Showcase.Uploads;

namespace EStation.Generator;

/// <summary>Videos with those who see and like them. There are no files to them.</summary>
internal sealed class VideosOfAYear(Chance chance)
{
    private const string Campaign = "new-farmers-videos";
    private const int MostViewers = 40;
    private static readonly Text Theme = new("推广良种夺丰收", "우량종자 보급으로 풍작을");

    public IEnumerable<Fact> OfOne()
    {
        var owner = chance.Person(chance.Village());
        var opened = chance.On(chance.Day());
        var submitted = opened.AddMinutes(chance.Between(5, 300));
        if (!chance.IsOfTheYear(submitted))
            return [];
        var id = VideoId.Parse(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{owner.County!.Value}{opened.ToUnixTimeMilliseconds():x12}{chance.Between(0, int.MaxValue):x8}{chance.Between(0, int.MaxValue):x10}"
            )
        );
        var film = new Film(1, $"generated/{id}", submitted, 60_000, 1280, 720, "avc1", "image/jpeg");
        var video = new Video(
            id,
            owner.Id,
            owner.MaskedName,
            owner.Profile.Village!.Value,
            owner.AudienceAt(opened),
            Campaign,
            "玉米新品种",
            "良种良法配套，亩产提高一成。",
            Theme,
            Language.Zh,
            1_000_000,
            VideoLimits.ContentType,
            opened
        )
        {
            Film = film,
        };
        var published = submitted.AddHours(chance.Between(1, 72));
        return [new Submitted(video, submitted), .. chance.Is(0.8) && chance.IsOfTheYear(published) ? Seen(video, published) : []];
    }

    private IEnumerable<Fact> Seen(Video video, DateTimeOffset published)
    {
        List<Fact> facts = [new Published(video, published)];
        for (var viewers = chance.Some(MostViewers); viewers > 0; viewers--)
            facts.AddRange(
                SeenByOne(video, published.AddMinutes(chance.Between(1, 60 * 1440))).TakeWhile(fact => chance.IsOfTheYear(fact.At))
            );
        return facts.OrderBy(fact => fact.At);
    }

    private IEnumerable<Fact> SeenByOne(Video video, DateTimeOffset at)
    {
        var person = chance.Person(chance.Is(0.7) ? video.Village : chance.Village());
        yield return new Viewed(ViewerAt(at));
        if (!chance.Is(0.3))
            yield break;
        yield return new Liked(ViewerAt(at.AddMinutes(1)), Likes: true);
        if (chance.Is(0.2))
            yield return new Liked(ViewerAt(at.AddMinutes(1 + chance.Between(1, 4 * 1440))), Likes: false);

        Viewer ViewerAt(DateTimeOffset now) => new(person, person.Place!, person.AudienceAt(now), video, Day.Of(now), now);
    }
}
