using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Banks;

public sealed record BankContentResponse(
    string Id,
    int Version,
    string Name,
    RegionCode Region,
    IReadOnlyList<string> Categories,
    DateTimeOffset ImportedAt,
    IReadOnlyList<Question> Questions
);

/// <summary>A bank with its questions and their right answers: for its administrators, and each such read is recorded.</summary>
public sealed class GetQuestionBank(Callers callers, BankTable banks)
{
    [Function(nameof(GetQuestionBank))]
    [Answers<BankContentResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/question-banks/{id}")] HttpRequest request,
        string id
    )
    {
        if (
            (await callers.RequireAsync(request, Role.Administrator, region: null, nameof(GetQuestionBank), id)).Refused(
                out var refusal,
                out var caller
            )
        )
            return Answer.Refuse(refusal);
        if (await banks.FindAsync(id) is not { } bank)
            return Answer.Refuse(Refusal.NotFound);
        if (await callers.RefuseAsync(caller, Role.Administrator, bank.Region, nameof(GetQuestionBank), id) is { } outside)
            return Answer.Refuse(outside);

        var content = await banks.ReadAsync(id, bank.Edition);
        await callers.RecordAsync(caller, nameof(GetQuestionBank), bank.Region, $"{id}/{bank.Version}");
        return Answer.Ok(
            new BankContentResponse(id, bank.Version, bank.Name, bank.Region, bank.Categories, bank.ImportedAt, content.Questions)
        );
    }
}
