using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EStation.Telemetry;

/// <summary>The instruments of the app. No tag names a person; alerts in <c>infra/</c> refer to the instruments by name.</summary>
public static class Measures
{
    public const string Name = "EStation";

    public static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "estation.attempts",
        "{attempt}",
        "Attempts handed in and stored."
    );

    public static readonly Counter<long> RollUps = Meter.CreateCounter<long>(
        "estation.rollups",
        "{rollup}",
        "Roll-ups that finished without a failure."
    );

    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "estation.refusals",
        "{answer}",
        "Requests that were refused, by code."
    );

    public static readonly Counter<long> AuditDifferences = Meter.CreateCounter<long>(
        "estation.audit.differences",
        "{figure}",
        "Totals that differ from a recount of the records."
    );

    public static readonly Gauge<int> MessagesLeft = Meter.CreateGauge<int>(
        "estation.messages.left",
        "%",
        "What is left of the day's messages."
    );

    public static readonly Counter<long> Backups = Meter.CreateCounter<long>(
        "estation.backups",
        "{backup}",
        "Backups of all tables that are whole."
    );

    public static readonly Counter<long> MessagesRefused = Meter.CreateCounter<long>(
        "estation.messages.refused",
        "{message}",
        "Messages that the SMS gateway refuses for an account, template, signature or address of ours, by its code."
    );

    public static readonly Counter<long> Receipts = Meter.CreateCounter<long>(
        "estation.messages.receipts",
        "{receipt}",
        "Delivery receipts of messages, by what became of them."
    );

    public static KeyValuePair<string, object?> County(string county) => new("county", county);

    public static KeyValuePair<string, object?> Code(Refusal refusal) => new("code", refusal.Code);
}
