using EStation.Conformance;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<Stamp>();
builder.Services.AddSingleton<StorageOfTicks>().AddSingleton<TickTable>().AddSingleton<CostTable>();
await builder.Build().RunAsync();
