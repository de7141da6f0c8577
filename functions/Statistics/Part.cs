namespace EStation.Statistics;

/// <summary>What one part of a region has come to in a period.</summary>
/// <param name="Reached">About how many different people took part in something; for years alone.</param>
/// <param name="Exposed">Columns that have to be hidden here because what is below would otherwise be given away.</param>
public sealed record Part(Figures Figures, int? Reached = null, Mask? Exposed = null)
{
    public static readonly Part Nothing = new(new Figures());

    public bool IsNothing => Figures.IsEmpty && Reached is null or 0;
}
