namespace EStation.Contests.Results;

public enum ResultsState
{
    /// <summary>Nothing is fixed yet.</summary>
    Open,

    /// <summary>The ranking and the list of lots are fixed.</summary>
    Frozen,

    /// <summary>The lots are drawn.</summary>
    Drawn,

    /// <summary>Everybody may object.</summary>
    Public,

    /// <summary>Prizes are handed out.</summary>
    Final,
}
