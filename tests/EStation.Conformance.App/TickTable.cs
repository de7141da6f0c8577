using System.Globalization;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace EStation.Conformance;

public sealed record Tick(DateTimeOffset At, bool IsPastDue, bool HasStatus, DateTime? Last, DateTime? Next);

/// <summary>Where the app keeps its rows: a connection string here, an identity in Azure.</summary>
public sealed class StorageOfTicks(IConfiguration settings)
{
    private readonly TableServiceClient client = settings["AzureWebJobsStorage"] is { Length: > 0 } connection
        ? new TableServiceClient(connection)
        : new TableServiceClient(
            new Uri(settings["AzureWebJobsStorage:tableServiceUri"]!),
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings["AzureWebJobsStorage:clientId"]))
        );

    public TableClient Table(string name) => client.GetTableClient(name);
}

/// <summary>Runs of timers, in storage: in Azure timers are on instances of their own.</summary>
public sealed class TickTable(StorageOfTicks storage)
{
    private readonly TableClient client = storage.Table("ConformanceTicks");

    public async Task AddAsync(string timer, TimerInfo info)
    {
        await client.CreateIfNotExistsAsync();
        await client.AddEntityAsync(
            new TableEntity(timer, KeyOf(DateTimeOffset.UtcNow) + Guid.NewGuid().ToString("N"))
            {
                ["At"] = DateTimeOffset.UtcNow,
                ["IsPastDue"] = info.IsPastDue,
                ["HasStatus"] = info.ScheduleStatus is not null,
                ["Last"] = info.ScheduleStatus?.Last.ToString("O", CultureInfo.InvariantCulture),
                ["Next"] = info.ScheduleStatus?.Next.ToString("O", CultureInfo.InvariantCulture),
            }
        );
    }

    public async Task<IReadOnlyList<Tick>> ReadAsync(string timer, DateTimeOffset since)
    {
        await client.CreateIfNotExistsAsync();
        var ticks = new List<Tick>();
        await foreach (
            var row in client.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {timer} and RowKey ge {KeyOf(since)}")
            )
        )
        {
            ticks.Add(
                new Tick(
                    row.GetDateTimeOffset("At")!.Value,
                    row.GetBoolean("IsPastDue")!.Value,
                    row.GetBoolean("HasStatus")!.Value,
                    Time(row, "Last"),
                    Time(row, "Next")
                )
            );
        }

        return ticks;
    }

    private static string KeyOf(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static DateTime? Time(TableEntity row, string column) =>
        row.GetString(column) is { } text ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
}
