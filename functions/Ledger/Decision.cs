using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>
/// A write that depends on a state which many share (seats left). It is decided inside the group commit, in the order of arrival, and the
/// batch updates the state with the ETag that it was read with: first come means commit order.
/// </summary>
/// <param name="State">The key of the state's row: counters, never a list that grows with the people.</param>
/// <param name="Claims">The rows that it may write.</param>
/// <param name="Most">What it comes to at most; groups are closed before anything is decided.</param>
/// <param name="Decide">Pure: from the state, or null where there is none yet. It is asked again when another instance was faster.</param>
public sealed record Decision(string State, IReadOnlyList<Claim> Claims, Weight Most, Func<TableEntity?, Result<Proposal>> Decide);

/// <summary>What a decision would write, and the state after it.</summary>
public sealed record Proposal(Entry Entry, TableEntity State);
