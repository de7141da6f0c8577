using System.Collections;
using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

/// <summary>Later sources take precedence: local.settings.json, environment, a test's settings. <c>Section__Key</c> means
/// <c>Section:Key</c>.</summary>
internal static class SettingsConfiguration
{
    public static IConfigurationRoot Build(HostSetup setup)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Add(settings, LocalSettings.Read(setup.ContentRoot));
        Add(settings, Variables());
        Add(settings, setup.Settings);
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    /// <summary>The settings that the worker does not inherit with the environment.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> OfWorker(HostSetup setup)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Add(settings, LocalSettings.Read(setup.ContentRoot));
        foreach (var (name, _) in Variables())
            settings.Remove(Key(name));
        Add(settings, setup.Settings);
        return settings;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value));

    private static void Add(Dictionary<string, string?> settings, IEnumerable<KeyValuePair<string, string?>> more)
    {
        foreach (var (name, value) in more)
            settings[Key(name)] = value;
    }

    private static string Key(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
