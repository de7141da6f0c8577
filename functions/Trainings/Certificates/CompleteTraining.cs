using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.Trainings.Attendance;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Certificates;

/// <summary>
/// Who has completed: those named, or those who attended for so many hours; without either, for the hours that the training promises.
/// </summary>
public sealed record CompleteTrainingRequest(
    double? MinHours = null,
    [property: MinLength(1), MaxLength(CompleteTrainingRequest.MostNamed)] IReadOnlyList<string?>? Enrolments = null
)
{
    private const int MostNamed = 1000;

    public Result<CompleteTrainingRequest> Parse()
    {
        var check = new Validation();
        check.Check(MinHours is null or >= 0, "minHours", "must be 0 or more");
        check.Check(MinHours is null || Enrolments is null, "enrolments", "cannot be given together with minHours");
        check.Check(Enrolments is null or { Count: >= 1 and <= MostNamed }, "enrolments", $"must be 1 to {MostNamed}");
        return check.Or(() => this);
    }
}

public sealed record CompletionResponse(string Enrolment, string Name, double AttendedHours, string Certificate);

public sealed record CompletionsResponse(IReadOnlyList<CompletionResponse> Items);

/// <summary>An official says who has completed a training; each gets a certificate, once.</summary>
public sealed class CompleteTraining(
    TrainingTable trainings,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    CertificateTable certificates,
    CertificateNumbers numbers,
    Pseudonyms pseudonyms,
    TimeProvider time
)
{
    private const int AtOnce = 32;

    [Function(nameof(CompleteTraining))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<CompleteTrainingRequest>]
    [Answers<CompletionsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/trainings/{id}/complete")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out var known))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<CompleteTrainingRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out _))
            return Answer.Refuse(refusal);

        var (training, seats) = (await trainings.ReadAsync(id))!.Value;
        var presences = (await attendances.ReadAsync(id)).ToLookup(presence => presence.Person);
        var confirmed = (await enrolments.ReadAsync(id))
            .Where(enrolment => enrolment.StandingIn(seats).State == EnrolmentState.Confirmed)
            .ToList();
        var named = body.Enrolments?.Select(name => (Name: name, Person: pseudonyms.PersonOf(name ?? "", id))).ToList();
        if (named?.ExceptBy(confirmed.Select(enrolment => (string?)enrolment.Person), one => one.Person).ToList() is { Count: > 0 } unknown)
            return Answer.Refuse(
                Refusal.Invalid("enrolments", $"has whom no place is confirmed for: {string.Join(", ", unknown.Select(one => one.Name))}")
            );
        var least = body.MinHours ?? Math.Min(training.Hours, training.Sessions.Sum(session => session.Length.TotalHours));
        var completed = confirmed.Where(enrolment =>
            named is not null
                ? named.Exists(one => one.Person == enrolment.Person)
                : presences.Contains(enrolment.Person) && training.HoursOf(presences[enrolment.Person]) >= least
        );
        var issued = await IssueAsync(training, [.. completed], presences);
        await caller.RecordAsync(known.Village, $"{id} {issued.Count}");
        return Answer.Ok(new CompletionsResponse(issued));
    }

    private async Task<IReadOnlyList<CompletionResponse>> IssueAsync(
        Training training,
        IReadOnlyList<Enrolment> completed,
        ILookup<string, Presence> presences
    )
    {
        var today = Day.Of(time.Now());
        var responses = new CompletionResponse[completed.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, completed.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (at, _) =>
            {
                var enrolment = completed[at];
                var certificate = await certificates.IssueAsync(
                    new Certificate(
                        numbers.Of(training.Id, enrolment.Person),
                        training.Id,
                        enrolment.Person,
                        enrolment.Name,
                        training.Programme,
                        training.Title,
                        training.Village,
                        training.Hours,
                        today,
                        null,
                        null
                    ),
                    enrolment
                );
                responses[at] = new CompletionResponse(
                    pseudonyms.Of(enrolment.Person, training.Id),
                    enrolment.MaskedName,
                    training.HoursOf(presences[enrolment.Person]),
                    certificate.Number
                );
            }
        );
        return responses;
    }
}
