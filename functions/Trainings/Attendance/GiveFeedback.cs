using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Attendance;

public sealed record GiveFeedbackRequest([property: Range(Feedback.Worst, Feedback.Best)] int? Rating, string? Comment = null)
{
    private const int LongestComment = 1000;

    public Result<Feedback> Parse(string person, DateTimeOffset now)
    {
        var check = new Validation();
        check.Check(Rating is >= Feedback.Worst and <= Feedback.Best, "rating", $"must be between {Feedback.Worst} and {Feedback.Best}");
        var comment = check.OptionalText("comment", Comment, LongestComment);
        return check.Or(() => new Feedback(person, Rating!.Value, comment, now));
    }
}

public sealed record FeedbackResponse([property: Range(Feedback.Worst, Feedback.Best)] int Rating, string? Comment);

/// <summary>One who attended says how it was; again, to change one's mind.</summary>
public sealed class GiveFeedback(
    TrainingTable trainings,
    AttendanceTable attendances,
    OwnEnrolments own,
    FeedbackTable feedbacks,
    TimeProvider time
)
{
    [Function(nameof(GiveFeedback))]
    [Access(Needs.Token)]
    [Takes<GiveFeedbackRequest>]
    [Answers<FeedbackResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/trainings/{id}/feedback")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller().Id;
        if (await trainings.FindAsync(id) is not { } training)
            return Answer.Refuse(Refusal.NotFound);
        var person = await own.IdInAsync(training, caller);
        if (!await attendances.HasAttendedAsync(training, person))
            return Answer.Refuse(TrainingRefusals.NotAttended);
        if ((await Body.ReadAsync<GiveFeedbackRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(person, time.Now()).Refused(out refusal, out var feedback))
            return Answer.Refuse(refusal);
        await feedbacks.PutAsync(training, feedback);
        return Answer.Ok(new FeedbackResponse(feedback.Rating, feedback.Comment));
    }
}
