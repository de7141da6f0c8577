namespace EStation.People;

/// <summary>What somebody wants to be sent, and whether others may sign them up.</summary>
public sealed record Preferences(MessagePreferences Messages, bool SignedUpByOthers)
{
    public static readonly Preferences Usual = new(new MessagePreferences(true, true, true, true), SignedUpByOthers: true);
}

/// <summary>Of which matters messages are wanted.</summary>
public sealed record MessagePreferences(bool Trainings, bool Contests, bool Videos, bool Notices);
