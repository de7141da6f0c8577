using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Fairness;

/// <summary>Undoes a disqualification: everything counts as before.</summary>
public sealed class DeleteDisqualification(ContestTable contests, Disqualifying disqualifying)
{
    [Function(nameof(DeleteDisqualification))]
    [Access(Role.Administrator)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/contests/{id}/disqualifications/{disqualification}")]
            HttpRequest request,
        string id,
        string disqualification
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if ((await disqualifying.UndoAsync(contest.Rules, disqualification, caller.Id)).Refused(out refusal, out _))
            return Answer.Refuse(refusal);
        await caller.RecordAsync(contest.Rules.Region, disqualification);
        return Answer.Nothing();
    }
}
