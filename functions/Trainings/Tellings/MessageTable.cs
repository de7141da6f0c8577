using Azure.Data.Tables;
using EStation.Inbox;
using EStation.Ledger;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Trainings.Tellings;

/// <summary>Messages of officials in the ledger of the training's county: <c>message|{training}|{day}|{message}</c>. The same message is
/// sent once a day.</summary>
public sealed class MessageTable(LedgerWriter ledgers, LedgerTable table)
{
    private const int MostADay = 10;
    private const int KeyBytes = 12;

    public async Task<Refusal?> AddAsync(Training training, MessageTrainingRequest message, DateTimeOffset now)
    {
        var (county, day) = (TrainingKeys.CountyOf(training.Id), Day.Of(now));
        var key = KeyOf(message);
        var sent = await table.ReadRange(county, TrainingKeys.Messages(training.Id, day)).Select(row => row.RowKey).ToListAsync();
        if (sent.Contains(TrainingKeys.Message(training.Id, day, key)))
            return null;
        if (sent.Count >= MostADay)
            return TrainingRefusals.MessagesUsedUp.After(day.End - now);
        var reference = TrainingGroup.ReferenceOf(training.Id, message.To!, numbers: null);
        var telling = TrainingTellings
            .ToGroup(training, TrainingTellings.Message, reference, $"message-{training.Id}-{day}-{key}", now)
            .With("text", new Text(message.Text!));
        TableTransactionAction[] rows =
        [
            new(
                TableTransactionActionType.Add,
                new TableEntity(county.Value, TrainingKeys.Message(training.Id, day, key)) { ["At"] = now }
            ),
            TellingTable.Add(training.Village.County, telling),
        ];
        await ledgers.WriteAsync(county, new Entry(rows, new TellingStored()));
        return null;
    }

    private static string KeyOf(MessageTrainingRequest message) =>
        Base64UrlEncoder.Encode(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{message.To}|{message.Text}"))[..KeyBytes]
        );
}
