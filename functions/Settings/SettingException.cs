namespace EStation.Settings;

/// <summary>A setting is missing or wrong: the app must not start.</summary>
public sealed class SettingException(string name, string problem) : Exception($"Setting '{name}' {problem}");
