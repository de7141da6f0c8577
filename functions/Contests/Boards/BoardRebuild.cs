using EStation.Contests.Attempts;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Boards;

/// <summary>
/// Makes boards from the records when so many people have left one that others, who fell off earlier, belong on it. News that are not
/// folded yet may be in the records already: adding them again changes nothing.
/// </summary>
public sealed class BoardRebuild(AttemptTable attempts, FoldTable totals)
{
    /// <summary>Rebuilds the boards of a town that are short, in one county's ledger.</summary>
    /// <returns>False when another fold has changed the totals: the next roll-up tries again.</returns>
    public async Task<bool> RunAsync(RegionCode county, string contest, RegionCode town)
    {
        var name = ContestCells.RowOf(contest, town);
        var row = await totals.FindTotalsAsync(county, name);
        var cells = VillageColumn.ReadAll(row, ContestTally.Read).ToDictionary(cell => cell.Village, cell => cell.Total);
        if (row is null || !cells.Values.Any(tally => tally.Board.IsShort))
            return true;
        var boards = await ReadAsync(county, contest, town);
        var rebuilt = cells.ToDictionary(
            cell => VillageColumn.Of(cell.Key),
            ITotal (cell) =>
                cell.Value.Board.IsShort ? cell.Value.With(boards.GetValueOrDefault(cell.Key) ?? new Leaderboard([])) : cell.Value
        );
        return await totals.TryReplaceTotalsAsync(county, name, rebuilt, row.ETag, name);
    }

    private async Task<Dictionary<RegionCode, Leaderboard>> ReadAsync(RegionCode county, string contest, RegionCode town)
    {
        var boards = new Dictionary<RegionCode, Leaderboard>();
        await foreach (var sitting in attempts.ReadAllAsync(county, contest))
        {
            if (sitting.Ranked is not { } best || sitting.Attempt.Village.Town != town)
                continue;
            if (!boards.TryGetValue(sitting.Attempt.Village, out var board))
                boards[sitting.Attempt.Village] = board = new Leaderboard([]);
            board.Add(new Placing(sitting.Attempt.Person, sitting.Attempt.Name, sitting.Attempt.Village, best));
        }

        return boards;
    }
}
