using EStation.Emulator;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    private FunctionsApplication() { }

    /// <summary>The functions are those of the entry assembly.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => CreateBuilder(args, new HostSetup { ExitOnFailure = true });

    internal static FunctionsApplicationBuilder CreateBuilder(string[] args, HostSetup setup) =>
        StartFailure.OrExit(setup, () => new FunctionsApplicationBuilder(args, setup));
}
