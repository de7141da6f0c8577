namespace EStation.Benchmarks;

/// <param name="Quick">One short round each: shows that the benchmark works, not how fast.</param>
internal sealed record Options(bool Quick, string? Only)
{
    public bool Wants(string benchmark) => Only is null || Only == benchmark;

    /// <returns>Null when the command line is wrong; the usage has been printed then.</returns>
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
