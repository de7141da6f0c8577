using System.Text.Json.Serialization;
using EStation.Banks;
using EStation.Regions;

namespace EStation.Contests.Regrades;

public sealed record KeyChangeResponse(
    string Question,
    Text Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Right,
    bool Void
);

public sealed record BoardChangeResponse(RegionCode Region, Text Name, int Entered, int Left, int Moved);

public sealed record RegradePreviewResponse(
    int Attempts,
    int Up,
    int Down,
    int NewlyPassed,
    int NoLongerPassed,
    IReadOnlyList<BoardChangeResponse> Boards
);

/// <param name="KeyVersion">The version of the key that it makes; null while it is only proposed.</param>
/// <param name="IsOwn">The caller has proposed it, and cannot apply it.</param>
public sealed record RegradeResponse(
    string Id,
    RegradeState State,
    string Reason,
    DateTimeOffset ProposedAt,
    IReadOnlyList<KeyChangeResponse> Changes,
    RegradePreviewResponse Preview,
    bool IsOwn,
    int? KeyVersion
)
{
    public static RegradeResponse Of(
        Regrade regrade,
        ContestKeys keys,
        QuestionBank bank,
        Divisions divisions,
        string caller,
        DateTimeOffset now
    ) =>
        new(
            regrade.Id,
            regrade.StateIn(keys, now),
            regrade.Reason,
            regrade.At,
            [
                .. regrade.Changes.Select(change => new KeyChangeResponse(
                    change.Key,
                    bank.Find(change.Key)!.Text,
                    change.Value.IsVoid ? null : change.Value.Right,
                    change.Value.IsVoid
                )),
            ],
            new RegradePreviewResponse(
                regrade.Preview.Attempts,
                regrade.Preview.Up,
                regrade.Preview.Down,
                regrade.Preview.NewlyPassed,
                regrade.Preview.NoLongerPassed,
                [
                    .. regrade.Preview.Boards.Select(board => new BoardChangeResponse(
                        board.Region,
                        divisions.Find(board.Region)?.Name ?? new Text(board.Region.Value),
                        board.Entered,
                        board.Left,
                        board.Moved
                    )),
                ]
            ),
            regrade.By == caller,
            keys.Keys.FirstOrDefault(key => key.Regrade == regrade.Id)?.Version
        );
}
