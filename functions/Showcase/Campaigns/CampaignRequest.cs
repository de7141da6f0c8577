using System.Text.Json;
using EStation.Http;
using EStation.Showcase.Uploads;

namespace EStation.Showcase.Campaigns;

/// <summary>A campaign as an administrator writes it.</summary>
/// <param name="JuryClosesAt">Optional: two weeks after the vote.</param>
/// <param name="FinalAt">Optional: a week after the jury.</param>
public sealed record CampaignRequest(
    TextRequest? Title,
    IReadOnlyList<TextRequest>? Themes,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    DateTimeOffset? VotingOpensAt,
    DateTimeOffset? VotingClosesAt,
    int? MaxSeconds,
    long? MaxBytes,
    int? VotesPerDay,
    int? JuryTop,
    DateTimeOffset? JuryClosesAt = null,
    DateTimeOffset? FinalAt = null,
    IReadOnlyList<AwardRequest>? Awards = null
)
{
    private const int LongestTitle = 100;
    private const int LongestTheme = 40;
    private const int MostThemes = 20;
    private const int MostAwards = 20;
    private static readonly TimeSpan JuryTakes = TimeSpan.FromDays(14);
    private static readonly TimeSpan ShownFor = TimeSpan.FromDays(7);

    /// <param name="id">Null for a new one: the same request again makes the same campaign.</param>
    public Result<Campaign> Parse(string? id = null)
    {
        var check = new Validation();
        var title = TextRequest.ParseLine(check, "title", Title, LongestTitle);
        check.Check(Themes is { Count: > 0 and <= MostThemes }, "themes", $"must be 1 to {MostThemes} texts");
        var themes = (Themes ?? []).Select((theme, at) => TextRequest.ParseLine(check, $"themes[{at}]", theme, LongestTheme)).ToList();
        check.Check(themes.DistinctBy(theme => theme.Zh).Count() == themes.Count, "themes", "has one twice");
        var opens = Instant(check, "opensAt", OpensAt);
        var closes = Instant(check, "closesAt", ClosesAt, opens, "opensAt");
        var votingOpens = Instant(check, "votingOpensAt", VotingOpensAt);
        var votingCloses = Instant(check, "votingClosesAt", VotingClosesAt, votingOpens, "votingOpensAt");
        var juryCloses = Instant(check, "juryClosesAt", JuryClosesAt ?? votingCloses + JuryTakes, votingCloses, "votingClosesAt");
        var final = Instant(check, "finalAt", FinalAt ?? juryCloses + ShownFor, juryCloses, "juryClosesAt");
        var seconds = Number(check, "maxSeconds", MaxSeconds, 3600);
        var bytes = Number(check, "maxBytes", MaxBytes, VideoLimits.MostBytes);
        var votes = Number(check, "votesPerDay", VotesPerDay, 100);
        var top = Number(check, "juryTop", JuryTop, Ranking.Shown);
        check.Check(Awards is not { Count: > MostAwards }, "awards", $"must be at most {MostAwards}");
        var awards = (Awards ?? []).Select((award, at) => AwardIn(check, $"awards[{at}]", award)).ToList();
        check.Check(awards.Count <= MostAwards, "awards", $"must be {MostAwards} at most");
        return check.Or(() =>
            Named(
                id,
                new Campaign(
                    "",
                    title,
                    themes,
                    opens,
                    closes,
                    votingOpens,
                    votingCloses,
                    (int)seconds,
                    bytes,
                    (int)votes,
                    (int)top,
                    juryCloses,
                    final,
                    awards
                )
            )
        );
    }

    private static Campaign Named(string? id, Campaign campaign) =>
        campaign with
        {
            Id = id ?? "c" + Fingerprint.Of(JsonSerializer.SerializeToUtf8Bytes(campaign), 8),
        };

    private static Award AwardIn(Validation check, string field, AwardRequest? award) =>
        new(
            TextRequest.ParseLine(check, field + ".name", award?.Name, LongestTheme),
            (int)Number(check, field + ".count", award?.Count, Ranking.Shown)
        );

    private static DateTimeOffset Instant(
        Validation check,
        string field,
        DateTimeOffset? value,
        DateTimeOffset after = default,
        string? afterField = null
    )
    {
        check.Check(value is null || afterField is null || value > after, field, $"must be later than {afterField}");
        return check.Instant(field, value);
    }

    private static long Number(Validation check, string field, long? value, long most)
    {
        check.Check(value is not null, field, "is missing");
        check.Check(value is null || (value >= 1 && value <= most), field, $"must be between 1 and {most}");
        return value ?? 0;
    }
}

/// <summary>So many places of the ranking.</summary>
public sealed record AwardRequest(TextRequest? Name, int? Count);
