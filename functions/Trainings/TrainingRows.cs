using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;
using EStation.Trainings.Notices;

namespace EStation.Trainings;

/// <summary>How what is kept of a training looks in the ledger.</summary>
public static class TrainingRows
{
    private const string DefinitionColumn = "Definition";

    /// <summary>Inserts a row, or replaces it as it was read.</summary>
    public static TableTransactionAction Write(TableEntity row, TableEntity? read) =>
        read is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, read.ETag);

    public static TableEntity Of(Training training)
    {
        var row = new TableEntity(TrainingKeys.CountyOf(training.Id).Value, TrainingKeys.Training(training.Id))
        {
            ["Version"] = training.Version,
        };
        // A text of 64 KiB may take more as JSON than a column of text holds.
        WideColumn.Set(row, DefinitionColumn, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(training, Json.AllLanguages)));
        return row;
    }

    public static Training TrainingOf(TableEntity row) =>
        JsonSerializer.Deserialize<Training>(
            WideColumn.Get(row, DefinitionColumn)?.ToString() ?? row.GetString(DefinitionColumn),
            Json.AllLanguages
        )!;

    public static TableEntity Of(string training, Seats seats) =>
        new(TrainingKeys.CountyOf(training).Value, TrainingKeys.Seats(training))
        {
            ["Version"] = seats.Version,
            ["Capacity"] = seats.Capacity,
            ["Cancelled"] = seats.Cancelled,
            ["Given"] = seats.Given,
            ["Numbers"] = seats.Numbers,
        };

    public static Seats SeatsOf(TableEntity row) =>
        new(
            row.GetInt32("Version")!.Value,
            row.GetInt32("Capacity")!.Value,
            row.GetBoolean("Cancelled")!.Value,
            row.GetInt32("Given")!.Value,
            row.GetBinary("Numbers") ?? []
        );

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
        };
    }

    public static TableEntity HouseholdOf(string training, string by, IEnumerable<string> people) =>
        new(TrainingKeys.CountyOf(training).Value, TrainingKeys.Household(training, by)) { ["People"] = string.Join(',', people) };

    public static IReadOnlyList<string> HouseholdOf(TableEntity? row) => row?.GetString("People")?.Split(',') ?? [];

    public static TableEntity Of(string training, Notice notice) =>
        new(TrainingKeys.CountyOf(training).Value, TrainingKeys.Notices(training) + notice.Key)
        {
            ["Kind"] = notice.Kind.ToString(),
            ["At"] = notice.At,
            ["First"] = notice.Numbers?.First,
            ["Last"] = notice.Numbers?.Last,
            ["Told"] = notice.Told,
            ["Missed"] = notice.Missed is [] ? null : string.Join(',', notice.Missed),
        };

    public static Notice NoticeOf(TableEntity row) =>
        new(
            row.RowKey.Split('|')[2],
            Enum.Parse<NoticeKind>(row.GetString("Kind")),
            row.GetDateTimeOffset("At")!.Value,
            row.GetInt32("First") is { } first ? new Span(first, row.GetInt32("Last")!.Value) : null,
            row.GetInt32("Told") ?? 0
        )
        {
            Missed = [.. row.GetString("Missed")?.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)) ?? []],
        };
}
