using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EStation.Ledger;

/// <summary>Metrics and spans of the ledger. The tag <c>county</c> holds the partition's key.</summary>
public static class LedgerMeasures
{
    public const string Name = "EStation.Ledger";

    internal static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>(
        "estation.group.size",
        "{entry}",
        "Entries in one transaction of a partition."
    );

    internal static readonly Counter<long> Overtaken = Meter.CreateCounter<long>(
        "estation.group.overtaken",
        "{transaction}",
        "Transactions that were decided again because another instance had changed a state."
    );

    internal static readonly Histogram<double> FoldLag = Meter.CreateHistogram<double>(
        "estation.fold.lag",
        "s",
        "Age of the news when the fold added them to the totals."
    );

    internal static readonly Histogram<double> OutboxAge = Meter.CreateHistogram<double>(
        "estation.outbox.age",
        "s",
        "Age of the oldest news that a fold left in a partition's outbox."
    );

    internal static KeyValuePair<string, object?> Tag(Partition partition) => new("county", partition.Key);
}
