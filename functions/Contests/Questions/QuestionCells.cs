using System.Security.Cryptography;
using System.Text;
using EStation.Contests.Attempts;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Questions;

/// <summary>
/// Sums of questions: a row per county, 16 columns by a hash of the question's id, each for about 300 of 5,000 questions.
/// </summary>
public static class QuestionCells
{
    public static readonly DocumentKind<(string Contest, RegionCode County)> Kind = new(
        "questions|",
        ContestRegion.TryParse,
        key => $"{key.Contest}|{key.County}"
    );

    private const char ColumnPrefix = 'Q';

    public static IEnumerable<Cell> Of(string contest, RegionCode county, IEnumerable<string> questions)
    {
        var row = RowOf(contest, county);
        return questions
            .Select(ColumnOf)
            .Distinct()
            .Select(column => new Cell(row, column, row, stored => QuestionTally.Read(column, stored)));
    }

    public static string RowOf(string contest, RegionCode county) => Kind.NameOf((contest, county));

    public static string ColumnOf(string question) =>
        ColumnPrefix + (SHA256.HashData(Encoding.UTF8.GetBytes(question))[0] >> 4).ToString("X", null);

    public static bool IsColumn(string name) => name.Length == 2 && name[0] == ColumnPrefix;
}
