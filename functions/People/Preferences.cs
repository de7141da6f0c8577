namespace EStation.People;

public sealed record Preferences(MessagePreferences Messages, bool SignedUpByOthers)
{
    public static readonly Preferences Usual = new(new MessagePreferences(true, true, true, true), SignedUpByOthers: true);
}

public sealed record MessagePreferences(bool Trainings, bool Contests, bool Videos, bool Notices);
