namespace EStation.Banks.Gift;

/// <summary>One question in GIFT: an optional <c>::name::</c>, text, and answers in braces, at the end or within the text.</summary>
public static class GiftQuestion
{
    private const int Longest = 8000;
    private const string Gap = "_____";

    /// <returns>Null when there is no question, or it is refused or not supported; the notes give the reason.</returns>
    public static RawQuestion? Read(GiftBlock block, string? category, ImportNotes notes)
    {
        if (block.IsEmpty)
            return null;
        var text = GiftEscapes.Hide(block.Text);
        if (text.Length > Longest || GiftEscapes.HasPrivate(block.Text))
        {
            notes.Refuse(block.Line, text.Length > Longest ? $"is longer than {Longest} characters" : "has characters for private use");
            return null;
        }

        var start = text.IndexOf('{', StringComparison.Ordinal);
        var end = text.IndexOf('}', StringComparison.Ordinal);
        if (start < 0 && end < 0)
        {
            notes.Warn(block.Line, "text without answers (a description) is not offered; it was left out");
            return null;
        }

        if (
            start < 0
            || end < start
            || text.IndexOfAny(['{', '}'], end + 1) >= 0
            || text.IndexOf('{', start + 1) is var second && second >= 0
        )
        {
            notes.Refuse(block.LineAt(text, Math.Max(0, start < 0 ? end : start)), "has braces that do not belong together");
            return null;
        }

        return Read(
            block,
            category,
            WithoutName(text[..start]),
            text[(start + 1)..end],
            text[(end + 1)..],
            notes,
            block.LineAt(text, start)
        );
    }

    private static RawQuestion? Read(
        GiftBlock block,
        string? category,
        string before,
        string answers,
        string after,
        ImportNotes notes,
        int line
    )
    {
        var (format, asked) = GiftText.FormatOf(before);
        var question = after.Trim().Length == 0 ? asked : asked + Gap + after;
        if (GiftText.HasMedia(question + answers))
        {
            notes.Warn(block.Line, "pictures, sound and film are not offered; the question was left out");
            return null;
        }

        if (GiftAnswers.Read(answers, format, notes, line) is not { } read)
            return null;
        return new RawQuestion(
            block.Line,
            GiftText.Of(question, format),
            read.Options,
            read.Kind,
            block.Id,
            category,
            block.Pool,
            read.Explanation
        );
    }

    private static string WithoutName(string text)
    {
        var trimmed = text.TrimStart();
        var end = trimmed.StartsWith("::", StringComparison.Ordinal) ? trimmed.IndexOf("::", 2, StringComparison.Ordinal) : -1;
        return end < 0 ? trimmed : trimmed[(end + 2)..];
    }
}
