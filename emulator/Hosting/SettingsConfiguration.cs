using System.Collections;
using Microsoft.Extensions.Configuration;

namespace EStation.Emulator;

/// <summary>Later wins: local.settings.json, environment, what a test says. <c>Section__Key</c> is read as <c>Section:Key</c>.</summary>
internal static class SettingsConfiguration
{
    public static IConfigurationRoot Build(HostSetup setup)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Add(settings, LocalSettings.Read(setup.ContentRoot));
        Add(
            settings,
            Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value))
        );
        Add(settings, setup.Settings);
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private static void Add(Dictionary<string, string?> settings, IEnumerable<KeyValuePair<string, string?>> more)
    {
        foreach (var (key, value) in more)
            settings[key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
    }
}
