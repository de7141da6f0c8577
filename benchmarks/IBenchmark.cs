namespace EStation.Benchmarks;

/// <summary>One benchmark. A new one needs a file and a line in Program.cs.</summary>
internal interface IBenchmark
{
    string Name { get; }

    Task RunAsync(Stage stage, Report report);
}
