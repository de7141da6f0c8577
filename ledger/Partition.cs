namespace EStation.Ledger;

/// <summary>The key of one partition of the ledger. A transaction never leaves a partition.</summary>
public readonly record struct Partition(string Key)
{
    public override string ToString() => Key;
}
