using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Banks;

public sealed record BankResponse(
    string Id,
    int Version,
    string Name,
    RegionCode Region,
    int Questions,
    int Ranked,
    int Practice,
    IReadOnlyList<string> Categories,
    DateTimeOffset ImportedAt
)
{
    public static BankResponse Of(BankSummary bank) =>
        new(bank.Id, bank.Version, bank.Name, bank.Region, bank.Questions, bank.Ranked, bank.Practice, bank.Categories, bank.ImportedAt);
}

public sealed class ListQuestionBanks(BankTable banks)
{
    [Function(nameof(ListQuestionBanks))]
    [Access(Role.Administrator, Region = RegionOf.Own)]
    [Answers<Page<BankResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/question-banks")] HttpRequest request)
    {
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var mine = await request.Caller().RegionsAsync();
        var found = (await banks.ListAsync()).Where(bank => mine.Any(region => region.Contains(bank.Region)));
        return Answer.Ok(page.Take(found.Select(BankResponse.Of), bank => bank.Id));
    }
}
