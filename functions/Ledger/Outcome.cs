using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>What became of a write: stored, or kept from it by a row that was there, or refused by its own decision.</summary>
public sealed record Outcome(TableEntity? Rival = null, Refusal? Refusal = null)
{
    public static readonly Outcome Stored = new();
}
