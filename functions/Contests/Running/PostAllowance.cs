using System.ComponentModel.DataAnnotations;
using EStation.Access;
using EStation.Http;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Running;

public sealed record AllowanceRequest(
    [property: As<Phone>] string? Phone,
    string? Reason,
    [property: Range(1, AllowanceRequest.MostAttempts)] int? Attempts = null,
    [property: Range(1, AllowanceRequest.MostSeconds)] int? Seconds = null
)
{
    public const int MostAttempts = 10;
    public const int MostSeconds = 3600;
    private const int LongestReason = 200;

    public Result<(Phone Phone, Allowance Allowance)> Parse(string contest, DateTimeOffset now)
    {
        var check = new Http.Validation();
        var phone = check.Parsed<Phone>("phone", Phone, "is no mainland mobile number");
        var reason = check.Text("reason", Reason, LongestReason);
        check.Check(Attempts is null or (>= 1 and <= MostAttempts), "attempts", $"must be between 1 and {MostAttempts}");
        check.Check(Seconds is null or (>= 1 and <= MostSeconds), "seconds", $"must be between 1 and {MostSeconds}");
        check.Check(Attempts is not null || Seconds is not null, "attempts", "must be given, or seconds");
        return check.Or(() => (phone, new Allowance(contest, Day.Of(now), Attempts ?? 0, Seconds ?? 0, reason, now)));
    }
}

/// <param name="Phone">Masked.</param>
/// <param name="Day">The day for which it holds.</param>
public sealed record AllowanceResponse(string Phone, Day Day, int Attempts, int Seconds, string Reason);

/// <summary>Gives one person more attempts or time today. It acts within a minute, also on an open attempt.</summary>
public sealed class PostAllowance(ContestTable contests, PhoneTable phones, PersonTable people, TimeProvider time)
{
    [Function(nameof(PostAllowance))]
    [Access(Role.Administrator)]
    [Takes<AllowanceRequest>]
    [Answers<AllowanceResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/allowances")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<AllowanceRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(id, time.Now()).Refused(out refusal, out var asked))
            return Answer.Refuse(refusal);
        if (await phones.SeeAsync(asked.Phone) is not { IsTaken: true, Person: { } person })
            return Answer.Refuse(Refusal.Invalid("phone", "is of nobody who has signed in"));
        if (ChangeRules.IsOver(contest.Rules, time.Now()))
            return Answer.Refuse(ContestRefusals.Over);
        if (await people.FindFreshAsync(person) is not { IsLeaving: false } before)
            return Answer.Refuse(Refusal.Invalid("phone", "is of nobody who has signed in"));

        var isNew = !before.Allowances.Any(asked.Allowance.Says);
        // First, so that nobody has time that the contest does not know.
        await RaiseAsync(before.With(asked.Allowance), asked.Allowance);
        if (await people.ChangeAsync(person, stored => stored.With(asked.Allowance)) is { } changed)
            await RaiseAsync(changed, asked.Allowance);
        // The audit keeps no whole phone number.
        await caller.RecordAsync(contest.Rules.Region, $"{id} {asked.Phone.Masked} {asked.Allowance.Attempts} {asked.Allowance.Seconds}");
        var response = new AllowanceResponse(
            asked.Phone.Masked,
            asked.Allowance.Day,
            asked.Allowance.Attempts,
            asked.Allowance.Seconds,
            asked.Allowance.Reason
        );
        return isNew ? Answer.Created(response) : Answer.Ok(response);
    }

    /// <summary>Answers are taken so much longer.</summary>
    private async Task RaiseAsync(Person person, Allowance allowance) =>
        await contests.ChangeAsync(
            allowance.Contest,
            (contest, _) =>
                contest.Changes with
                {
                    ExtraSeconds = Math.Max(contest.Changes.ExtraSeconds, person.ExtraSeconds(allowance.Contest, allowance.Day)),
                }
        );
}
