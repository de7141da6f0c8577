using System.Text.Json.Serialization;
using EStation.Access;
using EStation.Http;
using EStation.Trainings.Attendance;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <param name="SignUps">Those who have not withdrawn.</param>
/// <param name="NoShows">Confirmed and never there, once it is over.</param>
/// <param name="CompletionRate">Of those who were there.</param>
/// <param name="Satisfaction">The mean of 1 to 5; missing below 5 answers.</param>
public sealed record SummaryResponse(
    int SignUps,
    int Confirmed,
    int Waiting,
    int Attended,
    int NoShows,
    double AttendedHours,
    int Completed,
    double CertifiedHours,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? CompletionRate,
    int Answers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Satisfaction,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? Ratings,
    IReadOnlyList<string> Comments
)
{
    private const int FewestAnswers = 5;

    public static SummaryResponse Of(
        IReadOnlyList<Standing> standings,
        double hours,
        int attended,
        int noShows,
        IReadOnlyList<Completion> completed,
        IReadOnlyList<Feedback> feedbacks
    )
    {
        var isTold = feedbacks.Count >= FewestAnswers;
        return new(
            standings.Count(standing => standing.State != EnrolmentState.Cancelled),
            standings.Count(standing => standing.State == EnrolmentState.Confirmed),
            standings.Count(standing => standing.State == EnrolmentState.Waiting),
            attended,
            noShows,
            Math.Round(hours, 2),
            completed.Count,
            completed.Sum(one => one.Hours),
            attended == 0 ? null : Math.Round((double)completed.Count / attended, 3),
            feedbacks.Count,
            isTold ? Math.Round(feedbacks.Average(feedback => feedback.Rating), 2) : null,
            isTold
                ? [.. Enumerable.Range(Feedback.Worst, Feedback.Best).Select(rating => feedbacks.Count(one => one.Rating == rating))]
                : null,
            [.. feedbacks.Select(feedback => feedback.Comment).OfType<string>().Order(StringComparer.Ordinal)]
        );
    }
}

/// <summary>The results of a training, for officials of its place: every figure is counted from its records.</summary>
public sealed class GetSummary(
    TrainingTable trainings,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    CertificateTable certificates,
    FeedbackTable feedbacks,
    TimeProvider time
)
{
    [Function(nameof(GetSummary))]
    [Access(Role.Official, Role.Administrator)]
    [Answers<SummaryResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings/{id}/summary")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);
        var (training, seats) = (await trainings.ReadAsync(id))!.Value;
        var everybody = await enrolments.ReadAsync(id);
        var presences = await attendances.ReadAsync(id);
        var there = presences.Select(presence => presence.Person).ToHashSet();
        var missing = everybody.Count(enrolment =>
            enrolment.StandingIn(seats).State == EnrolmentState.Confirmed && !there.Contains(enrolment.Person)
        );
        var response = SummaryResponse.Of(
            [.. everybody.Select(enrolment => enrolment.StandingIn(seats))],
            training.HoursOf(presences),
            there.Count,
            training.StateAt(time.Now()) == TrainingState.Over ? missing : 0,
            await certificates.ReadOfAsync(id),
            [.. (await feedbacks.ReadAsync(id)).Values]
        );
        await caller.RecordAsync(training.Village);
        return Answer.Ok(response);
    }
}
