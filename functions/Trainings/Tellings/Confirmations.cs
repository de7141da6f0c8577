using Azure.Data.Tables;
using EStation.Inbox;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Tellings;

/// <summary>The rows by which those are told who waited and are confirmed now.</summary>
public static class Confirmations
{
    private const string NumbersColumn = "Numbers";

    /// <param name="key">The id of the telling.</param>
    public static IReadOnlyList<TableTransactionAction> Of(Training training, Seats before, Seats after, string key, DateTimeOffset now)
    {
        var confirmed = after.ConfirmedSince(before);
        if (confirmed.Count == 0)
            return [];
        var numbers = confirmed.InOrder().ToList();
        var span = new Span(numbers[0], numbers[^1]);
        // Others within the span may be confirmed later, and are told then.
        return after.Active.CountTo(span.Last) - after.Active.CountTo(span.First) == confirmed.Count - 1
            ? [TellingOf(training, TrainingGroup.ReferenceOf(training.Id, TrainingTellings.Confirmed, span), key, now)]
            : OfSet(training, confirmed, key, now);
    }

    /// <summary>The heaviest rows of a decision that confirms one person or party.</summary>
    public static IReadOnlyList<TableTransactionAction> OfOne(Training training, string key, DateTimeOffset now) =>
        [TellingOf(training, TrainingGroup.ReferenceOf(training.Id, TrainingTellings.Confirmed, new Span(1, 1)), key, now)];

    /// <summary>The heaviest rows of a decision that confirms any number.</summary>
    public static IReadOnlyList<TableTransactionAction> OfMany(Training training, string key, DateTimeOffset now) =>
        OfSet(training, NumberSet.Of([Seats.MostNumbers]), key, now);

    public static NumberSet NumbersOf(TableEntity row) => NumberSet.Of(row.GetBinary(NumbersColumn));

    private static TableTransactionAction[] OfSet(Training training, NumberSet numbers, string key, DateTimeOffset now)
    {
        var row = new TableEntity(TrainingKeys.CountyOf(training.Id).Value, TrainingKeys.Confirmed(training.Id, key))
        {
            [NumbersColumn] = numbers.ToBytes(),
        };
        var reference = TrainingGroup.ReferenceOf(training.Id, TrainingTellings.Confirmed, key);
        return [new(TableTransactionActionType.Add, row), TellingOf(training, reference, key, now)];
    }

    private static TableTransactionAction TellingOf(Training training, string reference, string key, DateTimeOffset now) =>
        TellingTable.Add(training.Village.County, TrainingTellings.ToGroup(training, TrainingTellings.Confirmed, reference, key, now));
}
