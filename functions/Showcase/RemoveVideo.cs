using EStation.Access;
using EStation.Http;
using EStation.Showcase.Tellings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

/// <param name="Text">Why a reviewer takes it down: told to the owner.</param>
public sealed record RemoveVideoRequest(string? Text = null)
{
    private const int LongestText = 500;

    public Result<RemoveVideoRequest> Parse()
    {
        var check = new Validation();
        var text = check.OptionalText("text", Text, LongestText);
        return check.Or(() => new RemoveVideoRequest(text));
    }
}

/// <summary>Its owner erases a video; a reviewer takes it down.</summary>
public sealed class RemoveVideo(VideoTable videos, OwnVideos own, TimeProvider time)
{
    [Function(nameof(RemoveVideo))]
    [Access(Needs.Person)]
    [Takes<RemoveVideoRequest>(IsOptional = true)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/videos/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if (await videos.FindAsync(id) is not { Video: var video })
            return Answer.Refuse(Refusal.NotFound);
        if (video.Owner == caller.Id)
        {
            await own.EndAsync(video.Id, stored => stored.State == VideoState.Erased ? null : stored.Erased());
            return Answer.Nothing();
        }

        if (await caller.RefuseAsync([Role.Reviewer], video.Village) is { } forbidden)
            return Answer.Refuse(forbidden);
        if ((await Body.ReadOptionalAsync(request, new RemoveVideoRequest(), cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var given))
            return Answer.Refuse(refusal);
        await TakeDownAsync(video, caller, given.Text);
        return Answer.Nothing();
    }

    private async Task TakeDownAsync(Video video, Caller reviewer, string? reason)
    {
        await own.EndAsync(
            video.Id,
            stored => stored.HasEnded ? null : stored.To(VideoState.TakenDown),
            ended => VideoTellings.OfTakeDown(ended, reason, time.Now())
        );
        await reviewer.RecordAsync(video.Village, video.Id.Value);
    }
}
