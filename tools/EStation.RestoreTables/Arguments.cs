namespace EStation.Restoring;

internal sealed record Arguments(Day Day, string What, string Backups, string Main, string? Ledger, bool UndoChanges)
{
    public const string Usage =
        "Usage: restore DAY COUNTY-OR-TABLE BACKUPS MAIN [LEDGER] [--undo-changes], where BACKUPS is the blob endpoint of backups, MAIN the table endpoint of the main account and LEDGER that of the county's ledger, if it is another; each an endpoint (https://...) or a connection string.";

    public static Arguments? Parse(string[] args)
    {
        var undo = args.Contains("--undo-changes");
        var plain = args.Where(arg => arg != "--undo-changes").ToList();
        return plain is [var day, var what, var backups, var main, .. var rest] && rest.Count < 2 && Day.TryParse(day, null, out var parsed)
            ? new Arguments(parsed, what, backups, main, rest.SingleOrDefault(), undo)
            : null;
    }
}
