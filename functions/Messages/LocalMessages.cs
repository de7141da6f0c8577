using System.Globalization;
using Azure.Data.Tables;
using EStation.Storage;
using Microsoft.Extensions.Logging;

namespace EStation.Messages;

/// <summary>The outlet for developers: writes to the console and to the table of <c>GET /local/messages</c>.</summary>
[PersonalColumn("LocalMessages", "", "PartitionKey", Personal.Phone, ExportedAs = "messages")]
[PersonalColumn("LocalMessages", "", "Text", Personal.Name, ExportedAs = "messages", WhenErased = WhenErased.ToldToOthers)]
public sealed class LocalMessages(StorageAccounts accounts, ILogger<LocalMessages> logger) : IMessages
{
    public async Task<object> ReadAsync(Phone phone)
    {
        var sent = new List<object>();
        await foreach (var row in accounts.Table("LocalMessages").QueryAsync<TableEntity>(KeyRange.Partition(phone.E164)))
            sent.Add(new { Text = row.GetString("Text"), SentAt = row.GetDateTimeOffset("SentAt") });
        return sent;
    }

    public async Task ForgetAsync(Phone phone)
    {
        await foreach (var row in accounts.Table("LocalMessages").QueryAsync<TableEntity>(KeyRange.Partition(phone.E164)))
            await accounts.Table("LocalMessages").DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    public Task SendAsync(Message message)
    {
        logger.LogInformation("To {Phone}: {Text}", message.Phone.Digits, message.Text);
        var newestFirst = (DateTimeOffset.MaxValue - message.SentAt).Ticks.ToString("D19", CultureInfo.InvariantCulture);
        return accounts
            .Table("LocalMessages")
            .UpsertEntityAsync(
                new TableEntity(message.Phone.E164, $"{newestFirst}|{message.Id}")
                {
                    ["Text"] = message.Text,
                    ["Challenge"] = message.Challenge,
                    ["Code"] = message.Code,
                    ["SentAt"] = message.SentAt,
                }
            );
    }
}
