using System.Text.RegularExpressions;

namespace EStation.Banks.Gift;

/// <summary>
/// Reads GIFT, as Moodle documents it (docs.moodle.org, "GIFT format"): paragraphs of one question, <c>$CATEGORY:</c> lines and <c>//</c>
/// comments. A comment's <c>[id:…]</c> and <c>[tag:…]</c> belong to the next question; the tags <c>practice</c> and <c>ranked</c> set its
/// pool.
/// </summary>
public static partial class GiftFile
{
    private const string CategoryMark = "$CATEGORY:";

    public static IEnumerable<RawQuestion> Read(string file, ImportNotes notes)
    {
        string? category = null;
        var block = new GiftBlock();
        foreach (var (index, line) in file.ReplaceLineEndings("\n").Split('\n').Append("").Index())
        {
            if (!notes.GoesOn())
                yield break;
            if (string.IsNullOrWhiteSpace(line))
            {
                if (GiftQuestion.Read(block, category, notes) is { } question)
                    yield return question;
                block = new GiftBlock();
            }
            else if (line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                block.AddComment(line);
            }
            else if (block.IsEmpty && line.StartsWith(CategoryMark, StringComparison.Ordinal))
            {
                category = Path().Replace(line[CategoryMark.Length..].Trim(), "").Trim('/', ' ');
            }
            else
            {
                block.Add(index + 1, line);
            }
        }
    }

    // "$course$/top/健康生活" is the category 健康生活: course, module and top are locations in Moodle.
    [GeneratedRegex(@"^(\$\w+\$/?)?(top(/|\z))?")]
    private static partial Regex Path();
}
