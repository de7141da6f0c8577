namespace EStation.Contests.Attempts;

/// <summary>Why a person takes part without a rank.</summary>
public enum UnrankedBecause
{
    /// <summary>A role over the contest's region.</summary>
    Role,

    /// <summary>The person has read the question bank.</summary>
    BankRead,

    Disqualified,
}
