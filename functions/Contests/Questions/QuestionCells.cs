using System.Security.Cryptography;
using System.Text;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests;

/// <summary>
/// Where the sums of a contest's questions are in the ledger: a row a county, in it 16 columns by a hash of the question's id. A bank may
/// have 5,000 questions; some 300 of them in up to four languages fit a column.
/// </summary>
public static class QuestionCells
{
    private const string Kind = "questions|";
    private const char ColumnPrefix = 'Q';

    public static IEnumerable<Cell> Of(string contest, RegionCode county, IEnumerable<string> questions)
    {
        var row = RowOf(contest, county);
        return questions
            .Select(ColumnOf)
            .Distinct()
            .Select(column => new Cell(row, column, row, stored => QuestionTally.Read(column, stored)));
    }

    public static string RowOf(string contest, RegionCode county) => $"{Kind}{contest}|{county}";

    public static string ColumnOf(string question) =>
        ColumnPrefix + (SHA256.HashData(Encoding.UTF8.GetBytes(question))[0] >> 4).ToString("X", null);

    public static bool IsColumn(string name) => name.Length == 2 && name[0] == ColumnPrefix;

    /// <summary>The contest and the county that a document's name speaks of, or null when it is about something else.</summary>
    public static (string Contest, RegionCode County)? Parse(string document) =>
        document.StartsWith(Kind, StringComparison.Ordinal) && document.Split('|') is [_, var contest, var county]
            ? (contest, RegionCode.Parse(county))
            : null;
}
