using System.Globalization;
using EStation;
using EStation.Generator;
using EStation.Regions;
using EStation.Service;
using EStation.Statistics.Coverage;
using Microsoft.Extensions.DependencyInjection;

// Fills the local storage with a year of the province as far as it has gone, and publishes it: dashboards have something to show.
if (args.Length > 2 || !args.All(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    await Console.Error.WriteLineAsync("Usage: generator [FACTS] [YEAR]; 5000 facts of this year when not said otherwise.");
    return 1;
}

var today = DateTimeOffset.UtcNow;
var numbers = args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)).ToList();
var size = new ProvinceSize(
    numbers.ElementAtOrDefault(0) is > 0 and var some ? some : 5_000,
    Year: numbers.Count > 1 ? numbers[1] : Day.Of(today).Date.Year
);

await using var app = await LocalApp.StartAsync([]);
var facts = new Province(size, app.Services.GetRequiredService<Divisions>()).Facts().Where(fact => fact.At < today).ToList();
Console.WriteLine($"Storing {facts.Count} facts of {size.Year} ...");
await ActivatorUtilities.CreateInstance<Loader>(app.Services).StoreAsync(facts);
Console.WriteLine("Folding and publishing ...");
await ActivatorUtilities.CreateInstance<RollUp>(app.Services).Run(new(), CancellationToken.None);
await ActivatorUtilities.CreateInstance<PublishCoverage>(app.Services).Run(new());
Console.WriteLine(
    $"Done: see {size.Year} at http://localhost:7071/api/statistics/22?period=year&from={size.Year}&to={size.Year} once the app runs (dotnet run --project functions)."
);
return 0;
