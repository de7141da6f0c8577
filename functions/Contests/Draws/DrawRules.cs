using EStation.Access;
using EStation.Contests.Results;

namespace EStation.Contests.Draws;

/// <summary>Two independent administrators enter the value; different values are both discarded.</summary>
public static class DrawRules
{
    /// <param name="isIndependent">Of the person who made the first entry.</param>
    public static DrawDecision Enter(ContestResults before, string value, string person, bool isIndependent, DateTimeOffset now)
    {
        if (before.Terms.Draw is not { } terms)
            return new(before, DrawRefusals.None);
        if (now < terms.DrawnAt)
            return new(before, DrawRefusals.TooEarly);
        if (before.Drawn is { } drawn)
            return new(before, drawn.Value == value ? null : DrawRefusals.Drawn);
        if (before.FirstEntry is not { } first)
            return new(before with { FirstEntry = new DrawEntry(value, person, now) });
        if (first.By != person && !isIndependent)
            return new(before, AccessRefusals.SecondNotIndependent);
        if (first.Value != value)
            return new(before with { FirstEntry = null }, DrawRefusals.ValuesDiffer);
        if (first.By == person)
            return new(before);
        var seed = LotDrawing.SeedOf(before.LotsSha256, terms.Source, terms.Issue, value);
        return new(
            before with
            {
                State = ResultsState.Drawn,
                FirstEntry = null,
                Drawn = new DrawnValue(value, seed, [first.By, person], now),
            }
        );
    }
}

/// <summary>The results afterwards; a refusal may change them too.</summary>
public sealed record DrawDecision(ContestResults After, Refusal? Refusal = null);
