namespace EStation.Trainings;

/// <summary>What may become of a training's places.</summary>
public static class TrainingRules
{
    /// <summary>Gives places, or places in the queue, to so many people.</summary>
    public static Result<Places> SignUp(Training training, Places places, int people, DateTimeOffset now)
    {
        if (places.Version != training.Version)
            return TrainingRefusals.Changed;
        if (places.Cancelled)
            return TrainingRefusals.Cancelled;
        if (RefusedAt(training, now) is { } refusal)
            return refusal;
        return places.Given + people > Places.MostNumbers ? TrainingRefusals.SignUpClosed : places.Add(people);
    }

    /// <summary>Why nobody can sign up at a time, whoever it is; null when it is open.</summary>
    public static Refusal? RefusedAt(Training training, DateTimeOffset now) =>
        training.StateAt(now) switch
        {
            TrainingState.Open => null,
            TrainingState.Cancelled => TrainingRefusals.Cancelled,
            _ => TrainingRefusals.SignUpClosed,
        };

    public static Result<Places> Withdraw(Training training, Places places, int number, DateTimeOffset now)
    {
        if (places.Version != training.Version)
            return TrainingRefusals.Changed;
        return places.Cancelled ? TrainingRefusals.Cancelled
            : training.StateAt(now) == TrainingState.Over ? TrainingRefusals.Over
            : places.Cancel(number);
    }

    /// <summary>The owner of a phone takes over the seat of a guest; the seats stay as they are.</summary>
    public static Result<Places> TakeOver(Training training, Places places, int number, DateTimeOffset now) =>
        Withdraw(training, places, number, now).Refused(out var refusal, out _) ? refusal : places;

    /// <summary>
    /// Goes over to a changed description: the queue moves up when there are more places, and nobody who is confirmed loses one.
    /// </summary>
    public static Result<Places> Change(Training before, Training after, Places places)
    {
        if (places.Version != before.Version)
            return TrainingRefusals.Changed;
        if (places.Cancelled)
            return TrainingRefusals.Cancelled;
        if (after.Capacity < places.Confirmed)
            return TrainingRefusals.CapacityBelowConfirmed;
        if (places.Given > 0 && after.Moves != before.Moves && after.Moves?.Count > Training.MostMovesADay)
            return TrainingRefusals.MovedToday;
        return places with { Version = after.Version, Capacity = after.Capacity, Cancelled = after.Cancelled };
    }
}
