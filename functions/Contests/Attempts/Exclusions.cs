namespace EStation.Contests.Attempts;

/// <summary>The attempts of a person that do not count. Each correction of it is a row among the person's attempts.</summary>
/// <param name="Step">The ordinal of the correction, from 1; 0 without one.</param>
/// <param name="Row">The number that the correction's row takes among the attempts: the next attempt has a later one.</param>
/// <param name="Person">The id of the disqualification of all attempts, also of later ones.</param>
/// <param name="Attempts">The ids of disqualifications of single attempts, by the attempt's number.</param>
public sealed record Exclusions(int Step, int Row, string? Person, IReadOnlyDictionary<int, string> Attempts)
{
    public static readonly Exclusions None = new(0, 0, null, new Dictionary<int, string>());

    public bool Excludes(int number) => Person is not null || Attempts.ContainsKey(number);

    /// <param name="number">The attempt; null for all of the person.</param>
    public string? Of(int? number) => number is { } one ? Attempts.GetValueOrDefault(one) : Person;

    /// <summary>The next correction: one disqualification more.</summary>
    public Exclusions With(int? number, string disqualification, int row) =>
        number is { } one
            ? this with
            {
                Step = Step + 1,
                Row = row,
                Attempts = Attempts.Append(KeyValuePair.Create(one, disqualification)).ToDictionary(),
            }
            : this with
            {
                Step = Step + 1,
                Row = row,
                Person = disqualification,
            };

    /// <summary>The next correction: one disqualification less.</summary>
    public Exclusions Without(int? number, int row) =>
        number is { } one
            ? this with
            {
                Step = Step + 1,
                Row = row,
                Attempts = Attempts.Where(other => other.Key != one).ToDictionary(),
            }
            : this with
            {
                Step = Step + 1,
                Row = row,
                Person = null,
            };
}
