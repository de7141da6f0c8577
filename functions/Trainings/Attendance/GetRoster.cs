using EStation.Access;
using EStation.Http;
using EStation.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings.Attendance;

public enum RosterFormat
{
    Json,
    Xlsx,
    Csv,
}

/// <summary>The roster, for officials of the training's place; the audit records each read and each refused one.</summary>
public sealed class GetRoster(TrainingTable trainings, Roster roster, Pseudonyms pseudonyms)
{
    [Function(nameof(GetRoster))]
    [Access(Role.Official, Role.Administrator)]
    [Answers<Page<RosterEntry>>]
    [AnswersFile(SheetFile.XlsxType, SheetFile.CsvType)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings/{id}/enrolments")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out var training))
            return Answer.Refuse(refusal);
        var check = new Validation();
        var format = Query.Enum<RosterFormat>(request, "format", check) ?? RosterFormat.Json;
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out refusal, out var page))
            return Answer.Refuse(refusal);

        await caller.RecordAsync(training.Village);
        var language = RequestLanguage.Wanted(request) ?? Language.Zh;
        return format switch
        {
            RosterFormat.Xlsx => Answer.File(
                RosterSheet.Xlsx(training, await roster.ReadAllAsync(id, language), language),
                SheetFile.XlsxType,
                $"{id}.xlsx"
            ),
            RosterFormat.Csv => Answer.File(
                RosterSheet.Csv(training, await roster.ReadAllAsync(id, language), language),
                SheetFile.CsvType,
                $"{id}.csv"
            ),
            _ => Answer.Ok(await PageAsync(id, language, page)),
        };
    }

    private Task<Page<RosterEntry>> PageAsync(string id, Language language, Paging page) =>
        roster.ReadAsync(
            id,
            language,
            async (everybody, entryOf) =>
            {
                var wanted = page.Take(everybody, enrolment => $"{Paging.Place(enrolment.Number)}|{pseudonyms.Of(enrolment.Person, id)}");
                return new Page<RosterEntry>(await Task.WhenAll(wanted.Items.Select(entryOf)), wanted.Next);
            }
        );
}
