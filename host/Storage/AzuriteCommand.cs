using System.Diagnostics;
using System.Globalization;

namespace EStation.LocalHost;

internal static class AzuriteCommand
{
    public static ProcessStartInfo For(string kind, int port, string installation, string folder, AzuriteSetup setup)
    {
        var start = new ProcessStartInfo("node")
        {
            // Azurite's telemetry delays the end of the process by 15 s, hence --disableTelemetry below.
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Add(start, "--require", Path.Combine(installation, "held.cjs"));
        if (kind == "table" && !setup.PlainTables)
            Add(start, "--require", Path.Combine(installation, "indexed-tables.cjs"));
        Add(start, Path.Combine(installation, "node_modules", "azurite", "dist", "src", kind, "main.js"));
        Add(start, $"--{kind}Host", "127.0.0.1", $"--{kind}Port", port.ToString(CultureInfo.InvariantCulture));
        // Longer than any client keeps an idle connection, so that the server never closes one during a request.
        Add(start, $"--{kind}KeepAliveTimeout", "600", "--disableTelemetry", "--silent");
        if (setup.InMemory)
            Add(start, "--inMemoryPersistence");
        else
            Add(start, "--location", folder);
        if (setup.Https is var (certificate, key))
            Add(start, "--cert", certificate, "--key", key, "--oauth", "basic");

        start.Environment["HELD_STATUS"] = Path.Combine(folder, $"{kind}.json");
        start.Environment["HELD_LOG"] = Path.Combine(folder, $"{kind}.log");
        var accounts = setup.Accounts.Select(account => $"{account}:{DevelopmentAccount.Key}");
        if (setup.Accounts.Count > 0)
            start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', accounts);
        return start;
    }

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
    }
}
