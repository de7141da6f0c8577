using System.Collections.Concurrent;
using Azure.Data.Tables;
using EStation.Regions;

namespace EStation.Ledger;

/// <summary>The ledger of every county: one writer each in this process.</summary>
internal sealed class CountyLedgers(LedgerTable table, TimeProvider time)
{
    private readonly ConcurrentDictionary<RegionCode, GroupCommit> writers = new();

    /// <inheritdoc cref="GroupCommit.WriteAsync"/>
    public Task<TableEntity?> WriteAsync(RegionCode county, Entry entry) =>
        writers.GetOrAdd(county, key => new GroupCommit(key, table, time)).WriteAsync(entry);
}
