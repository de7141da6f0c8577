using EStation;
using EStation.Settings;
using EStation.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.AddEStation();
    await builder.Build().RunAsync();
    return 0;
}
catch (SettingException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
}
catch (Exception away) when (StorageFailure.IsPassing(away))
{
    await Console.Error.WriteLineAsync($"Storage does not answer as it should: {away.Message.Split('\n')[0]}");
}

return 1;
