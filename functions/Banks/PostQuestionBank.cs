using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Banks;

public sealed record ImportResponse(
    string Id,
    int Version,
    string Name,
    RegionCode Region,
    int Questions,
    int Ranked,
    int Practice,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ImportWarning> Warnings
);

/// <summary>Imports a file as a bank or as its next version. One bad question refuses the whole file.</summary>
/// <remarks>Query: <c>format</c>; optionally <c>id</c>, <c>name</c>, <c>region</c>, <c>pool</c> (of questions that name none).</remarks>
public sealed class PostQuestionBank(BankTable banks, BankReading reading, Divisions divisions, TimeProvider time)
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int LongestName = 80;

    [Function(nameof(PostQuestionBank))]
    [Access(Role.Administrator)]
    [Answers<ImportResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/question-banks")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        var check = new Validation();
        var region = Query.Text(request, "region") is { } text
            ? check.Division("region", text, divisions)
            : await caller.WidestRegionAsync();
        var id = Query.Text(request, "id");
        var present = id is null ? null : await banks.FindAsync(id);
        foreach (var place in present is null ? [region] : new[] { region, present.Region })
        {
            if (place.Value.Length > 0 && await caller.RefuseAsync(place, id ?? "") is { } outside)
                return Answer.Refuse(outside);
        }

        if ((await Body.ReadBytesAsync(request, MostBytes, cancellation)).Refused(out var refusal, out var file))
            return Answer.Refuse(refusal);
        var format = check.OneOf<BankFormat>("format", Query.Text(request, "format"));
        var pool = Query.Enum<QuestionPool>(request, "pool", check) ?? QuestionPool.Ranked;
        var name = check.OptionalLine("name", Query.Text(request, "name"), LongestName);
        check.Check(id is null || TableKey.IsValid(id), "id", "must be 1 to 64 letters, digits, '-' or '_'");
        if (check.Or(() => format).Refused(out refusal, out _))
            return Answer.Refuse(refusal);
        if (BankImport.Read(format, file, pool, hangUp: request.HttpContext.RequestAborted).Refused(out refusal, out var import))
            return Answer.Refuse(refusal);

        var hash = Fingerprint.Of([.. file, (byte)format, (byte)pool], 8);
        var bankId = id ?? $"qb-{hash}";
        var stored = await banks.ImportAsync(
            BankSummary.Of(bankId, name ?? present?.Name ?? bankId, present?.Region ?? region, hash, import.Questions, time.Now()),
            import.Questions,
            other => caller.RefuseAsync(other.Region, bankId)
        );
        if (stored.Refused(out refusal, out var imported))
            return Answer.Refuse(refusal);
        var (bank, changed) = imported;
        await reading.RecordAsync(caller.Person, bank.Id);
        await caller.RecordAsync(bank.Region, $"{bank.Id}/{bank.Version}");
        var response = new ImportResponse(
            bank.Id,
            bank.Version,
            bank.Name,
            bank.Region,
            bank.Questions,
            bank.Ranked,
            bank.Practice,
            bank.Categories,
            import.Warnings
        );
        return changed ? Answer.Created(response) : Answer.Ok(response);
    }
}
