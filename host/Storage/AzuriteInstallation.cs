using System.ComponentModel;
using System.Diagnostics;

namespace EStation.LocalHost;

/// <summary>Azurite as pinned in <c>host/azurite</c>, installed by npm at first use.</summary>
internal static class AzuriteInstallation
{
    private const string NoCheckout =
        "Azurite can be started only from a checkout: start it yourself, or set AzureWebJobsStorage to a storage that runs.";

    public static async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(SourceTree.Root ?? throw new StartFailure(NoCheckout), "host", "azurite");
        await NpmInstallation.EnsureAsync(folder, "Azurite, the storage emulator,", cancellationToken);
        return folder;
    }

    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new StartFailure(
                $"'{start.FileName}' was not found: install Node.js 20 or later with npm, on which Azurite, the storage emulator, runs."
            );
        }
    }
}
