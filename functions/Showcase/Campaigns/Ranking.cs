namespace EStation.Showcase.Campaigns;

/// <param name="Version">The version of the video's document.</param>
public sealed record Ranked(VideoCard Card, VideoTally Tally, int Version)
{
    public int Popularity => Tally.Views + (10 * Tally.Likes);

    public double? MeanScore => Tally.Scores == 0 ? null : (double)Tally.ScoreSum / Tally.Scores;
}

/// <summary>The first of many videos, in order. It keeps more videos than the API shows, so that the shown ones stay right when some
/// leave.</summary>
public sealed record Ranking(IReadOnlyList<Ranked> Entries)
{
    public const int Shown = 1000;
    private const int Kept = 1250;

    public static readonly Ranking Empty = new([]);

    /// <summary>The ranking after these videos have changed. An older document never replaces a newer one.</summary>
    public Ranking With(IEnumerable<VideoDocument> changed, Func<Ranked, int> points)
    {
        var entries = Entries.ToDictionary(entry => entry.Card.Id);
        foreach (var document in changed)
        {
            if (entries.TryGetValue(document.Video.Id, out var known) && known.Version >= document.Version)
                continue;
            if (document.IsPublished)
                entries[document.Video.Id] = new Ranked(VideoCard.Of(document.Video), document.Tally, document.Version);
            else
                entries.Remove(document.Video.Id);
        }

        return new Ranking([
            .. entries
                .Values.OrderByDescending(points)
                .ThenBy(entry => entry.Card.PublishedAt)
                .ThenBy(entry => entry.Card.Id.Value, StringComparer.Ordinal)
                .Take(Kept),
        ]);
    }

    /// <summary>The jury orders the first by votes; the others keep their order.</summary>
    public IEnumerable<Ranked> ByJury(int top) =>
        Entries
            .Take(top)
            .OrderByDescending(entry => entry.MeanScore ?? -1)
            .ThenByDescending(entry => entry.Tally.Votes)
            .ThenBy(entry => entry.Card.PublishedAt)
            .Concat(Entries.Take(Shown).Skip(top));
}
