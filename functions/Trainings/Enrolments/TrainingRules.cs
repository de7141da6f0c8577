namespace EStation.Trainings.Enrolments;

public static class TrainingRules
{
    /// <summary>Signs up people, who get seats as far as there are some for them.</summary>
    public static Result<Seats> SignUp(Application application, Seats seats, IReadOnlyList<Entitlement> people)
    {
        var (training, now) = (application.Training, application.At);
        if (seats.Version != training.Version)
            return TrainingRefusals.Changed;
        if (seats.Cancelled)
            return TrainingRefusals.Cancelled;
        if (RefusedAt(training, now, application.IsWalkIn) is { } refusal)
            return refusal;
        return seats.Given + people.Count > Seats.MostNumbers
            ? TrainingRefusals.SignUpClosed
            : seats.At(training, now).Add(people, application.IsTogether);
    }

    /// <summary>The refusal for all callers at a time; null when sign-up is open, or at the door until the end.</summary>
    public static Refusal? RefusedAt(Training training, DateTimeOffset now, bool isWalkIn = false) =>
        training.StateAt(now) switch
        {
            TrainingState.Open => null,
            TrainingState.Closed when isWalkIn => null,
            TrainingState.Cancelled => TrainingRefusals.Cancelled,
            _ => TrainingRefusals.SignUpClosed,
        };

    public static Result<Seats> Withdraw(Training training, Seats seats, int number, DateTimeOffset now)
    {
        if (seats.Version != training.Version)
            return TrainingRefusals.Changed;
        return seats.Cancelled ? TrainingRefusals.Cancelled
            : training.StateAt(now) == TrainingState.Over ? TrainingRefusals.Over
            : seats.At(training, now).Cancel(number);
    }

    /// <summary>Admits some of those who have applied; those admitted before stay.</summary>
    public static Result<Seats> Select(Training training, Seats seats, IReadOnlyList<int> numbers, DateTimeOffset now)
    {
        if (seats.Version != training.Version)
            return TrainingRefusals.Changed;
        if (seats.Cancelled)
            return TrainingRefusals.Cancelled;
        if (training.StateAt(now) == TrainingState.Over)
            return TrainingRefusals.Over;
        if (numbers.Any(number => !seats.IsActive(number)))
            return TrainingRefusals.Withdrawn;
        var admitted = seats.Admit(numbers);
        return admitted.Confirmed > seats.Capacity ? TrainingRefusals.AdmittedTooMany : admitted;
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
        if (seats.Given > 0 && !after.HasSameAdmissionAs(before))
            return TrainingRefusals.AdmissionFixed;
        if (seats.Given > 0 && after.Moves != before.Moves && after.Moves?.Count > Training.MostMovesADay)
            return TrainingRefusals.MovedToday;
        return seats.For(after);
    }
}
