using EStation.Ledger;

namespace EStation.Trainings;

/// <summary>Where a training's totals are in the ledger: a row each.</summary>
public static class TrainingCells
{
    public const string TallyColumn = "Tally";
    private const string Kind = "training|";

    public static Cell Tally(string training) => new(RowOf(training), TallyColumn, RowOf(training), TrainingTally.Read);

    public static string RowOf(string training) => Kind + training;

    /// <summary>The training that a document's name speaks of, or null when it is about something else.</summary>
    public static string? Parse(string document) => document.StartsWith(Kind, StringComparison.Ordinal) ? document[Kind.Length..] : null;
}
