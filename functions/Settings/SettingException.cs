namespace EStation.Settings;

public sealed class SettingException(string name, string problem) : Exception($"Setting '{name}' {problem}");
