using System.Text.RegularExpressions;

namespace EStation.Banks.Gift;

public sealed partial class GiftBlock
{
    private readonly List<string> lines = [];
    private readonly List<int> numbers = [];

    public bool IsEmpty => lines.Count == 0;

    public int Line => numbers[0];

    public string? Id { get; private set; }

    public string? Pool { get; private set; }

    public string Text => string.Join('\n', lines);

    public void Add(int number, string line)
    {
        lines.Add(line);
        numbers.Add(number);
    }

    public void AddComment(string line)
    {
        if (IdMark().Match(line) is { Success: true } id)
            Id = id.Groups[1].Value.Trim();
        foreach (var tag in TagMark().EnumerateMatches(line))
        {
            var name = line.AsSpan(tag.Index, tag.Length)[5..^1].Trim().ToString();
            Pool = QuestionWords.PoolOf(name) is null ? Pool : name;
        }
    }

    public int LineAt(string text, int place) => numbers[Math.Min(text.AsSpan(0, place).Count('\n'), numbers.Count - 1)];

    // No "[" inside the id, so that a line of many "[id:" takes linear time.
    [GeneratedRegex(@"\[id:([^\[\]]*)\]")]
    private static partial Regex IdMark();

    [GeneratedRegex(@"\[tag:[^\[\]]*\]")]
    private static partial Regex TagMark();
}
