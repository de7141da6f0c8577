using EStation.Access;
using EStation.Banks.Sheets;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Banks;

public sealed class GetQuestionBankTemplate
{
    [Function(nameof(GetQuestionBankTemplate))]
    [Access(Needs.Nothing)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/question-bank-template")] HttpRequest request)
    {
        var check = new Validation();
        var format = Query.Enum<BankFormat>(request, "format", check) ?? BankFormat.Xlsx;
        return check.Or(() => format).Refused(out var refusal, out _)
            ? Answer.Refuse(refusal)
            : Answer.File(BankTemplate.In(format), TypeOf(format), $"question-bank.{format.ToString().ToLowerInvariant()}");
    }

    private static string TypeOf(BankFormat format) =>
        format switch
        {
            BankFormat.Xlsx => SheetFile.XlsxType,
            BankFormat.Csv => SheetFile.CsvType,
            BankFormat.Json => "application/json; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        };
}
