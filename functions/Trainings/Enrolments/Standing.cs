namespace EStation.Trainings.Enrolments;

public enum EnrolmentState
{
    Confirmed,
    Waiting,
    Cancelled,
}

/// <param name="Position">In the waiting list, from 1; null when confirmed, or where an official selects.</param>
public sealed record Standing(EnrolmentState State, int? Position = null)
{
    public static readonly Standing Cancelled = new(EnrolmentState.Cancelled);
    public static readonly Standing Confirmed = new(EnrolmentState.Confirmed);
    public static readonly Standing Applied = new(EnrolmentState.Waiting);

    public static Standing WaitingAt(int position) => new(EnrolmentState.Waiting, position);
}
