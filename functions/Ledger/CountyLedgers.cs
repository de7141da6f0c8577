using System.Collections.Concurrent;
using Azure.Data.Tables;
using EStation.Regions;

namespace EStation.Ledger;

/// <summary>The ledger of every county: one writer each in this process.</summary>
public sealed class CountyLedgers(LedgerTable table, TimeProvider time)
{
    private readonly ConcurrentDictionary<RegionCode, GroupCommit> writers = new();

    /// <inheritdoc cref="GroupCommit.WriteAsync"/>
    public Task<TableEntity?> WriteAsync(RegionCode county, Entry entry) => WriterOf(county).WriteAsync(entry);

    /// <inheritdoc cref="GroupCommit.DecideAsync"/>
    public Task<Outcome> DecideAsync(RegionCode county, Decision decision) => WriterOf(county).DecideAsync(decision);

    private GroupCommit WriterOf(RegionCode county) => writers.GetOrAdd(county, key => new GroupCommit(key, table, time));
}
