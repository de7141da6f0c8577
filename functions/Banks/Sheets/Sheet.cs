namespace EStation.Banks;

/// <summary>Questions in a table, one a row, below a header that is found by its names.</summary>
public static class Sheet
{
    /// <summary>Titles and notes may stand above the header.</summary>
    private const int MostRowsAbove = 10;
    private const string Separators = ",，、;； ";

    public static IEnumerable<RawQuestion> Read(IEnumerable<SheetRow> source, ImportNotes notes)
    {
        var rows = source.ToList();
        if (notes.HasErrors)
            yield break;
        var (header, at) = Enumerable
            .Range(0, Math.Min(rows.Count, MostRowsAbove))
            .Select(index => (Header: SheetHeader.Of(rows[index], index > 0 ? rows[index - 1] : null), Index: index))
            .Where(candidate => candidate.Header.IsUsable)
            .OrderByDescending(candidate => candidate.Header.Known)
            .ThenBy(candidate => candidate.Index)
            .FirstOrDefault();
        if (header is null)
        {
            notes.Refuse(1, "the table needs a header with at least the columns 'text' (题目) and 'answer' (答案)");
            yield break;
        }

        foreach (var row in rows.Skip(at + 1).Where(row => !row.IsEmpty))
        {
            if (QuestionIn(row, header, notes) is { } question)
                yield return question;
        }
    }

    private static RawQuestion? QuestionIn(SheetRow row, SheetHeader header, ImportNotes notes)
    {
        var explanation = header.Words(row, "explanation");
        var question = new RawQuestion(
            row.Line,
            header.Words(row, "text"),
            [],
            header.Value(row, "kind"),
            OrNull(header.Value(row, "id")),
            header.Value(row, "category"),
            header.Value(row, "pool"),
            explanation.Zh.Length > 0 ? explanation : null,
            header.Value(row, "source")
        );
        var letters = header.Options.Where(letter => header.Value(row, letter.ToString()).Length > 0).ToList();
        var answer = header.Value(row, "answer");
        if (
            QuestionWords.TruthOf(answer) is { } truth
            && (letters.Count == 0 || question.Kind == "trueFalse" || question.Kind?.StartsWith("判断", StringComparison.Ordinal) == true)
        )
            return question with { Options = QuestionWords.TrueFalse(truth) };
        if (question.Kind is { Length: > 0 } kind && QuestionWords.KindOf(kind) is null)
            return question; // not offered: the check says so
        var right = answer.ToLowerInvariant().Where(character => !Separators.Contains(character, StringComparison.Ordinal)).ToHashSet();
        if (right.Count == 0 || !right.IsSubsetOf(letters))
        {
            notes.Refuse(row.Line, "answer must name options that are there, as in A or ACD, or say 正确 or 错误");
            return null;
        }

        return question with
        {
            Options =
            [
                .. letters.Select(letter => new RawOption(header.Words(row, letter.ToString()), right.Contains(letter), letter.ToString())),
            ],
        };
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
