using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings;

public static class TrainingRows
{
    private const string DefinitionColumn = "Definition";
    private const string QualifiedColumn = "Qualified";
    private const string TakenColumn = "Taken";
    private const char Released = '!';

    public static TableTransactionAction Write(TableEntity row, TableEntity? read) =>
        read is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, read.ETag);

    public static TableEntity Of(Training training)
    {
        var row = new TableEntity(TrainingKeys.CountyOf(training.Id).Value, TrainingKeys.Training(training.Id))
        {
            ["Version"] = training.Version,
        };
        // A text of 64 KiB as JSON may exceed a string column.
        WideColumn.Set(row, DefinitionColumn, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(training, Json.AllLanguages)));
        return row;
    }

    public static Training TrainingOf(TableEntity row) =>
        JsonSerializer.Deserialize<Training>(
            WideColumn.Get(row, DefinitionColumn)?.ToString() ?? row.GetString(DefinitionColumn),
            Json.AllLanguages
        )!;

    public static TableEntity Of(string training, Seats seats)
    {
        var row = new TableEntity(TrainingKeys.CountyOf(training).Value, TrainingKeys.Seats(training))
        {
            ["Version"] = seats.Version,
            ["Capacity"] = seats.Capacity,
            ["Cancelled"] = seats.Cancelled,
            ["Given"] = seats.Given,
            ["Numbers"] = seats.Active.ToBytes(),
            ["Free"] = seats.Free.Count > 0 ? seats.Free.ToBytes() : [0], // an empty one would be taken for a missing one
            ["Selection"] = seats.IsBySelection ? true : null,
            ["Joined"] = seats.Joined.Count > 0 ? seats.Joined.ToBytes() : null,
            ["Shares"] = seats.Shares.Count > 0 ? string.Join(' ', seats.Shares.Select(WriteShare)) : null,
        };
        foreach (var (at, share) in seats.Shares.Index())
        {
            row[QualifiedColumn + at] = share.Qualified.ToBytes();
            row[TakenColumn + at] = share.Taken.ToBytes();
        }

        return row;
    }

    public static Seats SeatsOf(TableEntity row)
    {
        var (capacity, active) = (row.GetInt32("Capacity")!.Value, NumberSet.Of(row.GetBinary("Numbers")));
        return new(
            row.GetInt32("Version")!.Value,
            capacity,
            row.GetBoolean("Cancelled")!.Value,
            row.GetInt32("Given")!.Value,
            active,
            // Rows of before seats were stored: the first numbers had them.
            row.GetBinary("Free")
                is { } free
                ? NumberSet.Of(free)
                : NumberSet.Of(active.InOrder().Take(capacity))
        )
        {
            IsBySelection = row.GetBoolean("Selection") ?? false,
            Joined = NumberSet.Of(row.GetBinary("Joined")),
            Shares =
            [
                .. (row.GetString("Shares")?.Split(' ') ?? []).Select(
                    (share, at) =>
                        new Share(
                            decimal.Parse(share.TrimEnd(Released), CultureInfo.InvariantCulture),
                            NumberSet.Of(row.GetBinary(QualifiedColumn + at)),
                            NumberSet.Of(row.GetBinary(TakenColumn + at)),
                            share.EndsWith(Released)
                        )
                ),
            ],
        };
    }

    private static string WriteShare(Share share) =>
        share.Part.ToString(CultureInfo.InvariantCulture) + (share.IsReleased ? Released.ToString() : "");

    public static TableEntity Of(Enrolment enrolment) =>
        new(TrainingKeys.CountyOf(enrolment.Training).Value, TrainingKeys.Enrolment(enrolment.Training, enrolment.Person))
        {
            ["Number"] = enrolment.Number,
            ["Name"] = enrolment.Name,
            ["Village"] = enrolment.Village?.Value,
            ["Audience"] = (int)enrolment.Audience,
            ["Venue"] = enrolment.Venue.Value,
            ["By"] = enrolment.By,
            ["Vouched"] = enrolment.Vouched ? true : null,
            ["At"] = enrolment.At,
            ["CancelledAt"] = enrolment.CancelledAt,
            ["Answers"] = enrolment.Answers.Count > 0 ? JsonSerializer.Serialize(enrolment.Answers, Json.AllLanguages) : null,
            ["Before"] = enrolment.Before.Count > 0 ? JsonSerializer.Serialize(enrolment.Before, Json.AllLanguages) : null,
        };

    public static Enrolment EnrolmentOf(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        return new Enrolment(
            key[1],
            key[2],
            row.GetInt32("Number")!.Value,
            row.GetString("Name"),
            row.GetString("Village") is { } village ? RegionCode.Parse(village) : null,
            (Audience)row.GetInt32("Audience")!.Value,
            RegionCode.Parse(row.GetString("Venue")),
            row.GetString("By"),
            row.GetDateTimeOffset("At")!.Value,
            row.GetDateTimeOffset("CancelledAt"),
            row.GetString("Before") is { } before ? JsonSerializer.Deserialize<Earlier[]>(before, Json.AllLanguages)! : []
        )
        {
            Vouched = row.GetBoolean("Vouched") ?? false,
            Answers = row.GetString("Answers") is { } answers
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(answers, Json.AllLanguages)!
                : [],
        };
    }

    public static TableEntity HouseholdOf(string training, string by, IEnumerable<string> people) =>
        new(TrainingKeys.CountyOf(training).Value, TrainingKeys.Household(training, by)) { ["People"] = string.Join(',', people) };

    public static IReadOnlyList<string> HouseholdOf(TableEntity? row) => row?.GetString("People")?.Split(',') ?? [];
}
