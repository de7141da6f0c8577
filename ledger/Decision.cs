using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>A write that depends on a state row that many requests share, such as the seats left.</summary>
/// <param name="State">The key of the state row. It holds counters, never a list that grows with the people.</param>
/// <param name="Most">The greatest weight of the proposal: a group is closed before its decisions are made.</param>
public abstract record Decision(string State, IReadOnlyList<Claim> Claims, Weight Most)
{
    internal abstract Proposal Propose(TableEntity? state);
}

/// <param name="Decide">A pure function of the stored state, null without one. It runs again after an ETag conflict.</param>
public sealed record Decision<T>(string State, IReadOnlyList<Claim> Claims, Weight Most, Func<TableEntity?, Proposal<T>> Decide)
    : Decision(State, Claims, Most)
{
    internal override Proposal Propose(TableEntity? state) => Decide(state);
}

/// <summary>The entry of a decision and the state after it; both are null when it writes nothing.</summary>
public abstract record Proposal(Entry? Entry, TableEntity? State);

/// <param name="Result">The caller's result, once the proposal is stored or writes nothing.</param>
public sealed record Proposal<T>(T Result, Entry? Entry = null, TableEntity? State = null) : Proposal(Entry, State);

/// <param name="Rival">The row that conflicts with the proposal; nothing is stored then.</param>
public sealed record Outcome<T>(TableEntity? Rival, T? Result);
