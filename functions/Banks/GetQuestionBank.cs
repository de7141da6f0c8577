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

/// <summary>Reads a bank with the right answers, for its administrators. The audit records each read.</summary>
public sealed class GetQuestionBank(BankTable banks, BankReading reading)
{
    [Function(nameof(GetQuestionBank))]
    [Access(Role.Administrator)]
    [Answers<BankContentResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/question-banks/{id}")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(banks.FindAsync(id), found => found.Region)).Refused(out var refusal, out var bank))
            return Answer.Refuse(refusal);

        await reading.RecordAsync(caller.Person, id);
        var content = await banks.ReadAsync(id, bank.Edition);
        await caller.RecordAsync(bank.Region, $"{id}/{bank.Version}");
        return Answer.Ok(
            new BankContentResponse(id, bank.Version, bank.Name, bank.Region, bank.Categories, bank.ImportedAt, content.Questions)
        );
    }
}
