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

/// <summary>The banks that the caller may read, and let contests draw from.</summary>
public sealed class ListQuestionBanks(Callers callers, Roles roles, BankTable banks)
{
    [Function(nameof(ListQuestionBanks))]
    [Answers<Page<BankResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/question-banks")] HttpRequest request)
    {
        if (
            (await callers.RequireAsync(request, Role.Administrator, region: null, nameof(ListQuestionBanks))).Refused(
                out var refusal,
                out var caller
            )
        )
            return Answer.Refuse(refusal);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out refusal, out var page))
            return Answer.Refuse(refusal);

        RegionCode[] mine =
        [
            .. (await roles.OfAsync(caller)).Where(authority => authority.Role == Role.Administrator).Select(authority => authority.Region),
        ];
        var found = (await banks.ListAsync()).Where(bank => Array.Exists(mine, region => region.Contains(bank.Region)));
        return Answer.Ok(page.Take(found.Select(BankResponse.Of), bank => bank.Id));
    }
}
