using EStation.Banks.Gift;
using EStation.Banks.Sheets;

namespace EStation.Banks;

public sealed record BankImport(IReadOnlyList<Question> Questions, IReadOnlyList<ImportWarning> Warnings)
{
    public const int MostQuestions = 5000;

    /// <summary>A timeout against hostile files. The largest allowed file takes less than one second.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <param name="pool">The pool of questions that do not name one.</param>
    /// <exception cref="OperationCanceledException">The caller has disconnected.</exception>
    public static Result<BankImport> Read(
        BankFormat format,
        byte[] file,
        QuestionPool pool,
        TimeSpan? within = null,
        CancellationToken hangUp = default
    )
    {
        using var late = new CancellationTokenSource(within ?? Longest);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(hangUp, late.Token);
        try
        {
            return Read(format, file, pool, new ImportNotes(end.Token));
        }
        catch (OperationCanceledException) when (!hangUp.IsCancellationRequested)
        {
            return Refusal.Invalid("line 1", "the file takes too long to read; import it in parts");
        }
    }

    private static Result<BankImport> Read(BankFormat format, byte[] file, QuestionPool pool, ImportNotes notes)
    {
        var check = new QuestionCheck(notes, pool);
        var questions = Raw(format, file, notes)
            .TakeWhile(notes.GoesOn)
            .Select(check.Check)
            .OfType<Question>()
            .Take(MostQuestions + 1)
            .ToList();
        if (questions.Count > MostQuestions)
            notes.Refuse(1, $"the file has more than {MostQuestions} questions");
        if (questions.Count == 0 && !notes.HasErrors)
            notes.Refuse(1, "the file has no question that can be used");
        return notes.HasErrors ? notes.Refusal : new BankImport(questions, notes.Warnings);
    }

    private static IEnumerable<RawQuestion> Raw(BankFormat format, byte[] file, ImportNotes notes) =>
        format switch
        {
            BankFormat.Gift => TextFile.Read(file, notes) is { } text ? GiftFile.Read(text, notes) : [],
            BankFormat.Csv => TextFile.Read(file, notes) is { } text ? Sheet.Read(CsvRows.Read(text, notes), notes) : [],
            BankFormat.Xlsx => Sheet.Read(XlsxRows.Read(file, notes), notes),
            _ => JsonBank.Read(file, notes),
        };
}
