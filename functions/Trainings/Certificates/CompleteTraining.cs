using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.Trainings.Attendance;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Certificates;

/// <summary>The people who have completed: those named, or those who attended for this many hours; by default, the hours of the
/// training.</summary>
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
        if (time.Now() < training.EndsAt)
            return Answer.Refuse(TrainingRefusals.NotOver);
        var presences = (await attendances.ReadAsync(id)).ToLookup(presence => presence.Person);
        var confirmed = (await enrolments.ReadAsync(id))
            .Where(enrolment => enrolment.StandingIn(seats).State == EnrolmentState.Confirmed)
            .ToList();
        var named = body.Enrolments?.Select(name => (Name: name, Person: pseudonyms.PersonOf(name ?? "", id))).ToList();
        if (named?.ExceptBy(confirmed.Select(enrolment => (string?)enrolment.Person), one => one.Person).ToList() is { Count: > 0 } unknown)
            return Answer.Refuse(
                Refusal.Invalid("enrolments", $"has whom no place is confirmed for: {string.Join(", ", unknown.Select(one => one.Name))}")
            );
        var people = confirmed.Where(enrolment => named is null || named.Exists(one => one.Person == enrolment.Person)).ToList();
        var lacking = named is null ? [] : people.Where(enrolment => !Reached(enrolment, isNamed: true)).ToList();
        if (lacking.Count > 0)
            return Answer.Refuse(
                Refusal.Invalid(
                    "enrolments",
                    $"has who did not reach what completion takes: {string.Join(", ", lacking.Select(one => pseudonyms.Of(one.Person, id)))}"
                )
            );
        if (training.Completion is { Mark: true } && named is null)
            return Answer.Refuse(Refusal.Invalid("enrolments", "must name those who pass: the teacher marks them"));
        var completed = people.Where(enrolment => Reached(enrolment, named is not null));
        var issued = await IssueAsync(training, [.. completed], presences);
        await caller.RecordAsync(known.Village, $"{id} {issued.Count}");
        return Answer.Ok(new CompletionsResponse(issued));

        bool Reached(Enrolment enrolment, bool isNamed) =>
            CompletionRules.Reached(training, presences[enrolment.Person].ToList(), body.MinHours, isNamed);
    }

    private async Task<IReadOnlyList<CompletionResponse>> IssueAsync(
        Training training,
        IReadOnlyList<Enrolment> completed,
        ILookup<string, Presence> presences
    )
    {
        var now = time.Now();
        var today = Day.Of(now);
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
                        CompletionRules.HoursOf(training, presences[enrolment.Person]),
                        today,
                        null,
                        null
                    ),
                    enrolment,
                    now
                );
                responses[at] = new CompletionResponse(
                    pseudonyms.Of(enrolment.Person, training.Id),
                    enrolment.MaskedName,
                    CompletionRules.HoursOf(training, presences[enrolment.Person]),
                    certificate.Number
                );
            }
        );
        return responses;
    }
}
