namespace EStation.Trainings.Enrolments;

/// <summary>The seats kept for some people, for example women.</summary>
/// <param name="Part">Of the capacity, rounded down.</param>
/// <param name="Qualified">The sign-ups that may have them.</param>
/// <param name="Taken">The sign-ups that have one.</param>
/// <param name="IsReleased">The reservation has expired: the seats left are free ones.</param>
public sealed record Share(decimal Part, NumberSet Qualified, NumberSet Taken, bool IsReleased)
{
    public static Share Of(decimal part) => new(part, NumberSet.Empty, NumberSet.Empty, IsReleased: false);

    public int SeatsOf(int capacity) => IsReleased ? Taken.Count : (int)(capacity * Part);

    public bool HasRoom(int capacity) => Taken.Count < SeatsOf(capacity);
}
