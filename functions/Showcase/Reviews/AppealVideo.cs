using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

public sealed record AppealRequest(string? Text)
{
    public const int LongestText = 500;

    public Result<string> Parse()
    {
        var check = new Validation();
        var text = check.Text("text", Text, LongestText);
        return check.Or(() => text);
    }
}

/// <summary>Appeals against a rejection or a take-down: once a video.</summary>
public sealed class AppealVideo(OwnVideos own, VideoTable videos, VideoPublisher publisher, TimeProvider time)
{
    [Function(nameof(AppealVideo))]
    [Access(Needs.Person)]
    [Takes<AppealRequest>]
    [Answers<OwnVideoResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/videos/{id}/appeals")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        if ((await own.FindAsync(request.Caller().Id, id)).Refused(out var refusal, out var known))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<AppealRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var text))
            return Answer.Refuse(refusal);
        return await OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var stored = tried == 1 ? known : (await videos.FindAsync(known.Video.Id))!;
            var now = time.Now();
            if (stored.Video.Appeal is { } made)
                return made.Text == text ? Answer.Ok(OwnVideoResponse.Of(stored.Video, now)) : Answer.Refuse(ShowcaseRefusals.AppealMade);
            if (!stored.Video.MayAppealAt(now))
                return Answer.Refuse(ShowcaseRefusals.AppealNotPossible);
            var appealed = stored.Video.To(stored.Video.State) with { Appeal = new Appeal(text, now) };
            if (
                !await videos.ChangeAsync(stored, appealed, new VideoChanged(appealed.Village, appealed.Audience, Day.Of(now), appealed.Id))
            )
                return null;
            await publisher.SettleSoonAsync(appealed.Id);
            return Answer.Created(OwnVideoResponse.Of(appealed, now));
        });
    }
}
