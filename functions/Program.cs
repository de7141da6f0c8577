using EStation;
using EStation.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.AddEStation();
    await builder.Build().RunAsync();
    return Environment.ExitCode;
}
catch (SettingException wrong)
{
    // The Functions host logs a worker's line as an error only with this prefix.
    await Console.Error.WriteLineAsync($"Error: {wrong.Message}");
}

return 1;
