using EStation.Ledger;

namespace EStation.Trainings;

public static class TrainingCells
{
    public const string TallyColumn = "Tally";

    public static readonly DocumentKind<string> Kind = new("training|", (text, out id) => (id = text).Length > 0, id => id);

    public static Cell Tally(string training) => new(RowOf(training), TallyColumn, RowOf(training), TrainingTally.Read);

    public static string RowOf(string training) => Kind.NameOf(training);
}
