using EStation.Showcase.Reviews;

namespace EStation.Benchmarks;

/// <summary>One thing that is measured. Add a file, and a line in Program.cs.</summary>
internal interface IBenchmark
{
    /// <summary>What <c>--only</c> knows it by.</summary>
    string Name { get; }

    Task RunAsync(Stage stage, Report report);
}
