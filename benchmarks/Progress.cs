using System.Diagnostics;

namespace EStation.Benchmarks;

internal static class Progress
{
    private static readonly Stopwatch Since = Stopwatch.StartNew();

    public static void Say(string what) => Console.Error.WriteLine($"{Since.Elapsed:mm\\:ss} {what}");
}
