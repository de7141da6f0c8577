namespace EStation.Showcase.Campaigns;

/// <summary>A video in a ranking.</summary>
/// <param name="Version">Of the document that it was taken from.</param>
public sealed record Ranked(VideoCard Card, VideoTally Tally, int Version)
{
    /// <summary>Who takes the trouble to like is worth ten who only look.</summary>
    public int Popularity => Tally.Views + (10 * Tally.Likes);

    public double? MeanScore => Tally.Scores == 0 ? null : (double)Tally.ScoreSum / Tally.Scores;
}

/// <summary>
/// The first of many videos, in order. More are kept than shown, so that some can leave and the shown are still the first.
/// </summary>
public sealed record Ranking(IReadOnlyList<Ranked> Entries)
{
    public const int Shown = 1000;
    private const int Kept = 1250;

    public static readonly Ranking Empty = new([]);

    /// <summary>The ranking after these videos have changed. What was prepared earlier never replaces what was prepared later.</summary>
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

    /// <summary>The first by votes are put in order by the jury; the others follow as they were.</summary>
    public IEnumerable<Ranked> ByJury(int top) =>
        Entries
            .Take(top)
            .OrderByDescending(entry => entry.MeanScore ?? -1)
            .ThenByDescending(entry => entry.Tally.Votes)
            .ThenBy(entry => entry.Card.PublishedAt)
            .Concat(Entries.Take(Shown).Skip(top));
}
