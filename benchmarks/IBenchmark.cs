namespace EStation.Benchmarks;

/// <summary>One thing that is measured. Add a file, and a line in Program.cs.</summary>
internal interface IBenchmark
{
    string Title { get; }

    Task RunAsync(Stage stage, Report report);
}
