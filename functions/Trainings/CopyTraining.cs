using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

public sealed record CopyTrainingRequest(
    [property: MinLength(1), MaxLength(TrainingRequest.MostSessions)] IReadOnlyList<SessionRequest?>? Sessions
)
{
    /// <summary>The same training at other times; the dates that people sign up by move along.</summary>
    public Result<Training> Parse(Training training, string by)
    {
        var check = new Validation();
        var sessions = TrainingRequest.ParseSessions(check, Sessions);
        return check.Or(() =>
        {
            var later = sessions[0].StartsAt - training.StartsAt;
            return training with
            {
                Id = "",
                Version = 1,
                By = by,
                Cancelled = false,
                Sessions = sessions,
                SignUpOpensAt = training.SignUpOpensAt + later,
                SignUpClosesAt = training.SignUpClosesAt + later,
                Reserved = training.Reserved is null ? null : [.. training.Reserved.Select(one => one with { Until = one.Until + later })],
                Course = CourseFor(training.Course, sessions.Count),
                Listings = [new Listing(Day.Of(sessions[0].StartsAt), training.Village, training.Programme)],
                Moves = null,
                Dropped = null,
                Series = null,
            };
        });
    }

    private static Course? CourseFor(Course? course, int sessions) =>
        course is null ? null : course with { Syllabus = course.Syllabus?.Where(topic => topic.Session <= sessions).ToList() };
}

/// <summary>An official holds a training again. A repeated request returns the same copy.</summary>
public sealed class CopyTraining(
    TrainingTable trainings,
    TrainingPublisher publisher,
    Divisions divisions,
    Secrets secrets,
    TimeProvider time
)
{
    [Function(nameof(CopyTraining))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<CopyTrainingRequest>]
    [Answers<TrainingResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/trainings/{id}/copies")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out var training))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<CopyTrainingRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(training, caller.Id).Refused(out refusal, out var copied))
            return Answer.Refuse(refusal);
        var copy = copied with { Id = TrainingKeys.IdOf(copied, secrets.AuthoredIds.Current) };

        var now = time.Now();
        var isNew = await trainings.AnnounceAsync(copy, now);
        await publisher.ListAsync(copy.Id);
        await caller.RecordAsync(copy.Village, copy.Id);
        var (stored, seats) = (await trainings.ReadAsync(copy.Id))!.Value;
        var response = TrainingResponse.Of(stored, seats, divisions, now);
        return isNew ? Answer.Created(response) : Answer.Ok(response);
    }
}
