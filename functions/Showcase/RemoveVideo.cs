using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Showcase.Reviews;
using EStation.Showcase.Tellings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

/// <summary>Why a reviewer takes it down: told to the owner, who needs to give nothing.</summary>
public sealed record RemoveVideoRequest(
    [property: As<ReviewReason>] string? Reason = null,
    [property: MaxLength(ReviewVideoRequest.LongestText)] string? Text = null
)
{
    public Result<(ReviewReason Reason, string Text)> Parse()
    {
        var check = new Validation();
        var reason = check.OneOf<ReviewReason>("reason", Reason);
        var text = ReviewVideoRequest.TextOf(check, Text, reason);
        return check.Or(() => (reason, text));
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
        if (video.Film is null)
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadOptionalAsync(request, new RemoveVideoRequest(), cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var given))
            return Answer.Refuse(refusal);
        await TakeDownAsync(video, caller, given);
        return Answer.Nothing();
    }

    private async Task TakeDownAsync(Video video, Caller reviewer, (ReviewReason Reason, string Text) why)
    {
        var place = await reviewer.WidestAsync(Role.Reviewer, video.Village);
        await own.EndAsync(
            video.Id,
            stored => stored.HasEnded ? null : stored.Decided(ReviewOf(stored, reviewer.Id, place, why)),
            VideoTellings.OfTakeDown
        );
        await reviewer.RecordAsync(video.Village, $"{video.Id} {video.Film!.Number} {why.Reason}");
    }

    private FilmReview ReviewOf(Video video, string reviewer, RegionCode? place, (ReviewReason Reason, string Text) why) =>
        new(
            video.Film!.Number,
            video.Film.SubmittedAt,
            reviewer,
            FilmDecision.TakeDown,
            why.Text,
            why.Reason != ReviewReason.Unscientific,
            time.Now()
        )
        {
            Reason = why.Reason,
            Place = place,
        };
}
