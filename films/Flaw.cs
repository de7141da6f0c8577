namespace EStation.Films;

/// <summary>Why a film cannot be prepared. The app has the words for its owner.</summary>
internal static class Flaw
{
    public const string NoPicture = "noPicture";
    public const string Damaged = "damaged";
    public const string TooLarge = "tooLarge";
    public const string TooLong = "tooLong";

    /// <summary>The film exceeds a limit of time, memory or size.</summary>
    public const string TooHeavy = "tooHeavy";
}

/// <summary>A film that cannot be prepared, however often it is tried.</summary>
internal sealed class FlawedFilmException(string flaw) : Exception(flaw)
{
    public string Flaw { get; } = flaw;
}
