namespace EStation.Trainings.Enrolments;

public enum EnrolmentState
{
    Confirmed,
    Waiting,
    Cancelled,
}

/// <summary>Where somebody stands in a training.</summary>
/// <param name="Position">In the waiting list, from 1; null when confirmed.</param>
public sealed record Standing(EnrolmentState State, int? Position = null)
{
    public static readonly Standing Cancelled = new(EnrolmentState.Cancelled);

    public static Standing At(int rank, int capacity) =>
        rank <= capacity ? new Standing(EnrolmentState.Confirmed) : new Standing(EnrolmentState.Waiting, rank - capacity);
}
