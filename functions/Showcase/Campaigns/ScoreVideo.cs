using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Showcase.Reviews;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Campaigns;

/// <summary>A juror's opinion, from 0 to 100.</summary>
public sealed record ScoreVideoRequest([property: Range(ScoreVideo.Worst, ScoreVideo.Best)] int? Score);

public sealed record ScoredResponse(int Score);

/// <summary>Scores one of the videos that the public has voted to the front.</summary>
public sealed class ScoreVideo(
    VideoDocuments documents,
    CampaignTable campaigns,
    RankingTable rankings,
    JudgementTable judgements,
    TimeProvider time
)
{
    public const int Worst = 0;
    public const int Best = 100;

    [Function(nameof(ScoreVideo))]
    [Access(Role.Jury)]
    [Takes<ScoreVideoRequest>]
    [Answers<ScoredResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/videos/{id}/scores")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var juror = request.Caller();
        if ((await juror.FindAsync(FindPublishedAsync(id), found => found.Village)).Refused(out var refusal, out var video))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<ScoreVideoRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Score is not { } score || score is < Worst or > Best)
            return Answer.Refuse(Refusal.Invalid("score", $"must be between {Worst} and {Best}"));
        if (await IsJudgedAsync(video) && video.Owner != juror.Id)
            await ScoreAsync(juror, video, score);
        else if (await judgements.FindScoreAsync(juror.Id, video.Id) != score) // what was scored in time may be sent again
            return Answer.Refuse(ShowcaseRefusals.ScoreNotOpen);
        return Answer.Ok(new ScoredResponse(score));
    }

    private async Task<Video?> FindPublishedAsync(string id) =>
        (await documents.FindPublishedAsync(id)).Refused(out _, out var published) ? null : published.Video;

    private async Task ScoreAsync(Caller juror, Video video, int score)
    {
        await judgements.ScoreAsync(juror.Id, score, new VideoScored(video.Village, Audience.None, Day.Of(time.Now()), video.Id, 0, 0));
        await juror.RecordAsync(video.Village, $"{video.Id} {score}");
    }

    private async Task<bool> IsJudgedAsync(Video video) =>
        await campaigns.FindAsync(video.Campaign) is { } campaign
        && campaign.TakesScoresAt(time.Now())
        && (await rankings.FindAsync(ListKey.Votes(campaign.Id))).Entries.Take(campaign.JuryTop).Any(entry => entry.Card.Id == video.Id);
}
