namespace EStation.Benchmarks;

/// <summary>The command line.</summary>
/// <param name="Quick">One short round each: to see that it works, not how fast.</param>
/// <param name="Only">The one benchmark that is wanted, or null for all.</param>
internal sealed record Options(bool Quick, string? Only)
{
    public bool Wants(string benchmark) => Only is null || Only == benchmark;

    /// <returns>Null when the command line is wrong; how it should be has been said.</returns>
    public static Options? Parse(string[] args, IReadOnlyCollection<string> benchmarks)
    {
        var quick = args.Contains("--quick");
        switch (args.Where(arg => arg != "--quick").ToArray())
        {
            case []:
                return new Options(quick, null);
            case ["--only", var name] when benchmarks.Contains(name):
                return new Options(quick, name);
            default:
                Console.Error.WriteLine($"Options: --quick, --only {string.Join('|', benchmarks)}");
                return null;
        }
    }
}
