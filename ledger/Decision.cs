using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>A write that depends on a state row that many requests share, such as the seats left.</summary>
/// <param name="State">The key of the state row. It holds counters, never a list that grows with the people.</param>
/// <param name="Claims">The rows that the proposal may write.</param>
/// <param name="Most">The most that the proposal may weigh: a group is closed before its decisions are made.</param>
public abstract record Decision(string State, IReadOnlyList<Claim> Claims, Weight Most)
{
    internal abstract Proposal Propose(TableEntity? state);
}

/// <inheritdoc/>
/// <param name="Decide">A pure function of the stored state (null: there is none). It runs again after an ETag conflict.</param>
public sealed record Decision<T>(string State, IReadOnlyList<Claim> Claims, Weight Most, Func<TableEntity?, Proposal<T>> Decide)
    : Decision(State, Claims, Most)
{
    internal override Proposal Propose(TableEntity? state) => Decide(state);
}

/// <summary>What a decision writes, and the state after it; both are null when it writes nothing.</summary>
public abstract record Proposal(Entry? Entry, TableEntity? State);

/// <inheritdoc/>
/// <param name="Result">What the caller gets when the proposal is stored, or writes nothing.</param>
public sealed record Proposal<T>(T Result, Entry? Entry = null, TableEntity? State = null) : Proposal(Entry, State);

/// <summary>How a decision ended.</summary>
/// <param name="Rival">The row that conflicts with the proposal; nothing is stored then.</param>
/// <param name="Result">The result of the last proposal; the default where there is a rival.</param>
public sealed record Outcome<T>(TableEntity? Rival, T? Result);
