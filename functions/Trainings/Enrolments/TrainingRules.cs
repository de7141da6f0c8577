namespace EStation.Trainings.Enrolments;

/// <summary>What may become of a training's seats.</summary>
public static class TrainingRules
{
    /// <summary>Gives seats, or places in the queue, to so many people.</summary>
    public static Result<Seats> SignUp(Training training, Seats seats, int people, DateTimeOffset now)
    {
        if (seats.Version != training.Version)
            return TrainingRefusals.Changed;
        if (seats.Cancelled)
            return TrainingRefusals.Cancelled;
        if (RefusedAt(training, now) is { } refusal)
            return refusal;
        return seats.Given + people > Seats.MostNumbers ? TrainingRefusals.SignUpClosed : seats.Add(people);
    }

    /// <summary>Why nobody can sign up at a time, whoever it is; null when it is open.</summary>
    public static Refusal? RefusedAt(Training training, DateTimeOffset now) =>
        training.StateAt(now) switch
        {
            TrainingState.Open => null,
            TrainingState.Cancelled => TrainingRefusals.Cancelled,
            _ => TrainingRefusals.SignUpClosed,
        };

    public static Result<Seats> Withdraw(Training training, Seats seats, int number, DateTimeOffset now)
    {
        if (seats.Version != training.Version)
            return TrainingRefusals.Changed;
        return seats.Cancelled ? TrainingRefusals.Cancelled
            : training.StateAt(now) == TrainingState.Over ? TrainingRefusals.Over
            : seats.Cancel(number);
    }

    /// <summary>The owner of a phone takes over the seat of a guest; the seats stay as they are.</summary>
    public static Result<Seats> TakeOver(Training training, Seats seats, int number, DateTimeOffset now) =>
        Withdraw(training, seats, number, now).Refused(out var refusal, out _) ? refusal : seats;

    /// <summary>
    /// Goes over to a changed description: the queue moves up when there are more seats, and nobody who is confirmed loses one.
    /// </summary>
    public static Result<Seats> Change(Training before, Training after, Seats seats)
    {
        if (seats.Version != before.Version)
            return TrainingRefusals.Changed;
        if (seats.Cancelled)
            return TrainingRefusals.Cancelled;
        if (after.Capacity < seats.Confirmed)
            return TrainingRefusals.CapacityBelowConfirmed;
        if (seats.Given > 0 && after.Moves != before.Moves && after.Moves?.Count > Training.MostMovesADay)
            return TrainingRefusals.MovedToday;
        return seats with { Version = after.Version, Capacity = after.Capacity, Cancelled = after.Cancelled };
    }
}
