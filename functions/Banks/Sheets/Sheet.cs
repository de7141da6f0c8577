using System.Globalization;

namespace EStation.Banks.Sheets;

public static class Sheet
{
    public static IEnumerable<RawQuestion> Read(IEnumerable<SheetRow> source, ImportNotes notes)
    {
        var rows = source.ToList();
        if (notes.HasErrors)
            yield break;
        if (SheetHeader.Find(rows) is not var (header, at))
        {
            notes.Refuse(1, "the table needs a header with at least the columns 'text' (题目) and 'answer' (答案)");
            yield break;
        }

        var below = rows.Skip(at + 1).Where(row => header.Columns.Any(row.HasContent)).ToList();
        header.WarnOfOthers([.. below.Where(row => !row.IsHidden)], rows[at].Line, notes);
        foreach (var row in below)
        {
            if (row.IsHidden)
                notes.Warn(row.Line, "the row is hidden; it was left out");
            else if (!IsRefused(row, header, notes) && QuestionIn(row, header, notes) is { } question)
                yield return question;
        }
    }

    private static bool IsRefused(SheetRow row, SheetHeader header, ImportNotes notes)
    {
        var faults = row.Faults.Where(fault => header.Columns.Contains(fault.Key)).ToList();
        foreach (var (column, fault) in faults)
        {
            var name = SheetRow.NameOf(column) + row.Line.ToString(CultureInfo.InvariantCulture);
            notes.Refuse(
                row.Line,
                fault.Kind switch
                {
                    CellFaultKind.Error => $"the cell {name} shows the error {fault.Detail}",
                    CellFaultKind.NoValue =>
                        $"the cell {name} has a formula without a value; open the file in a spreadsheet program and save it",
                    CellFaultKind.Format =>
                        $"the cell {name} has a number in the format '{fault.Detail}', which may be shown otherwise; write it as text",
                    _ => $"the cell {name} cannot be read",
                }
            );
        }

        return faults.Count > 0;
    }

    private static RawQuestion? QuestionIn(SheetRow row, SheetHeader header, ImportNotes notes)
    {
        var explanation = header.Words(row, "explanation");
        var question = new RawQuestion(
            row.Line,
            header.Words(row, "text"),
            [],
            header.MergedValue(row, "kind"),
            OrNull(header.Value(row, "id")),
            header.MergedValue(row, "category"),
            header.MergedValue(row, "pool"),
            explanation.Zh.Length > 0 ? explanation : null,
            header.MergedValue(row, "source")
        );
        var options = header
            .Options.Select(letter => (Letter: letter, Text: header.Words(row, letter.ToString())))
            .Where(option => option.Text.Zh.Length > 0)
            .ToList();
        var answer = header.Value(row, "answer");
        var kind = question.Kind is { Length: > 0 } word ? QuestionWords.KindOf(word) : null;
        if (
            QuestionWords.TruthOf(answer) is { } truth
            && (kind == QuestionKind.TrueFalse || options.TrueForAll(option => QuestionWords.TruthOf(option.Text.Zh) is not null))
        )
            return question with { Options = QuestionWords.TrueFalse(truth) };
        if (question.Kind is { Length: > 0 } && kind is null)
            return question; // not supported: the check reports it
        var right = QuestionWords.LettersOf(answer);
        if (right.Count == 0 || !right.IsSubsetOf(options.Select(option => option.Letter)))
        {
            notes.Refuse(row.Line, "answer must name options that are there, as in A or ACD, or say 正确 or 错误");
            return null;
        }

        return question with
        {
            Options = [.. options.Select(option => new RawOption(option.Text, right.Contains(option.Letter), option.Letter.ToString()))],
        };
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
