using System.Text.Json;
using EStation.Ledger;

namespace EStation.Trainings;

public sealed record TrainingTally : ITotal
{
    public int SignUps { get; set; }

    public int Cancellations { get; set; }

    public int Attendances { get; set; }

    public int Completions { get; set; }

    public int Hours { get; set; }

    public static TrainingTally Read(BinaryData? stored) =>
        stored is null ? new TrainingTally() : stored.ToObjectFromJson<TrainingTally>()!;

    public BinaryData Write() => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(this));

    public void Add(News news)
    {
        SignUps += news is TrainingSignedUp ? 1 : 0;
        Cancellations += news is TrainingWithdrawn ? 1 : 0;
        Attendances += news is TrainingAttended attended ? attended.Count : 0;
        Completions += news is TrainingCompleted ? 1 : 0;
        Hours += news is TrainingCompleted completed ? completed.Hours : 0;
    }
}
