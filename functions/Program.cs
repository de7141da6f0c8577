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
    // The real host shows a line of its worker as an error only when it says so.
    await Console.Error.WriteLineAsync($"Error: {wrong.Message}");
}

return 1;
