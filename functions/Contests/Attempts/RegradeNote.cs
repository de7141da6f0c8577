namespace EStation.Contests.Attempts;

/// <summary>What regrades have made of a record, each as the last version of the key; null for none.</summary>
/// <param name="Built">It is in the totals of this version.</param>
/// <param name="Counted">The totals of days count its pass by this version.</param>
/// <param name="Told">The person was told of this version.</param>
public sealed record RegradeNote(int? Built = null, int? Counted = null, int? Told = null);
