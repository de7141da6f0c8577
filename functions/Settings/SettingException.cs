namespace EStation.Settings;

/// <summary>A setting is missing or wrong: the app must not start without it.</summary>
public sealed class SettingException(string name, string problem) : Exception($"Setting '{name}' {problem}");
