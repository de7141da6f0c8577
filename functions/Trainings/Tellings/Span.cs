namespace EStation.Trainings.Tellings;

/// <summary>Sign-up numbers from one to another, both included.</summary>
public sealed record Span(int First, int Last)
{
    public bool Contains(int number) => number >= First && number <= Last;
}
