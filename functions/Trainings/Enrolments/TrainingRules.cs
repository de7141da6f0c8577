namespace EStation.Trainings.Enrolments;

public static class TrainingRules
{
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

    /// <summary>The refusal for all callers at a time; null when sign-up is open.</summary>
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

    public static Result<Seats> TakeOver(Training training, Seats seats, int number, DateTimeOffset now) =>
        Withdraw(training, seats, number, now).Refused(out var refusal, out _) ? refusal : seats;

    /// <summary>Applies a changed description: more seats confirm people from the waiting list, and no confirmed person loses a
    /// seat.</summary>
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
