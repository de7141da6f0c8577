using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Results;

public sealed record ObjectionRequest(string? Text)
{
    private const int LongestText = 1000;

    public Result<string> Parse()
    {
        var check = new Validation();
        var text = check.Text("text", Text, LongestText);
        return check.Or(() => text);
    }
}

/// <summary>Objects to results while they are public; the same text again is the same objection.</summary>
public sealed class PostObjection(ContestTable contests, ResultsTable table, ObjectionTable objections, TimeProvider time)
{
    [Function(nameof(PostObjection))]
    [Access(Needs.Person)]
    [Takes<ObjectionRequest>]
    [Answers<ObjectionResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/objections")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var person = request.Caller().Person;
        if (await contests.FindAsync(id) is null)
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadAsync<ObjectionRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var text))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var key = objections.IdOf(id, person.Id, text);
        if (await objections.FindAsync(id, key) is { } known)
            return Answer.Ok(ObjectionResponse.Of(known.Objection));
        if (await table.FindAsync(id) is not { } results || !results.TakesObjectionsAt(now))
            return Answer.Refuse(ObjectionRefusals.Closed);
        if ((await objections.ListAsync(id)).Count(one => one.Person == person.Id) >= Objection.MostOfAPerson)
            return Answer.Refuse(ObjectionRefusals.TooMany);
        var objection = new Objection(key, id, person.Id, person.County, text, now);
        await objections.TryWriteAsync(objection, read: null);
        return Answer.Created(ObjectionResponse.Of(objection));
    }
}
