namespace EStation.Benchmarks;

/// <summary>The cost of a request on its way through host and worker: an empty function and one that writes a row by the plain SDK, beside
/// our own functions in the same rounds.</summary>
internal sealed class PathBenchmark : IBenchmark
{
    private const int AtOnce = 32;
    private const string ListOfContests = "/api/contests?lang=zh";

    public string Name => "path";

    public async Task RunAsync(Stage stage, Report report)
    {
        var (rounds, requests) = stage.Quick ? (1, 1_000) : (5, 3_000);
        string[] contests = [.. Enumerable.Range(0, rounds + 1).SelectMany(round => new[] { Alone(round), Visit(round) })];
        await using var scene = await Scene.SetAsync(stage, 8, requests, contests);
        await using var platform = await stage.StartPlatformAsync(stage.NewAccount());
        using var ours = await LinesAsync(scene);
        var theirs = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Connection.OpenAsync(platform.Address)));
        var results = new List<Result>();
        for (var round = 0; round <= rounds; round++)
        {
            var submissions = Array.Empty<byte[]>();
            var number = round;
            (string Name, bool IsOurs, Func<Task<Load>> Run)[] ways =
            [
                ("empty function", false, () => RepeatAsync(theirs, Phones.Request("GET", "/empty", null, "", ""), requests)),
                ("one row by the SDK", false, () => RepeatAsync(theirs, Phones.Request("POST", "/one-row", null, "", "{}"), requests)),
                ("GET /api/contests", true, () => RepeatAsync(ours.Lines, Phones.Request("GET", ListOfContests, null, "", ""), requests)),
                (
                    "start",
                    true,
                    async () =>
                    {
                        (var load, submissions) = await ours.Phones.StartAsync(Alone(number), scene.Tokens);
                        return load;
                    }
                ),
                ("submission", true, () => ours.Phones.SubmitAsync(submissions)),
                ("three empty functions", false, () => TripleAsync(theirs, requests)),
                ("returning farmer: list, start, submission", true, () => VisitAsync(ours.Lines, Visit(number), scene.Tokens)),
                (
                    "new farmer: code, sign-in, profile",
                    true,
                    () => FirstVisits.RunAsync(ours.Lines, scene.ConnectionString, number * requests, requests / 10)
                ),
            ];
            foreach (var (name, isOurs, run) in ways)
            {
                var meter = stage.Meter(isOurs ? scene.Host : platform);
                var load = await run();
                if (round > 0)
                    results.Add(new Result(name, load, meter.Read()));
                Progress.Say($"{Name}: round {round}: {name}: {load.PerSecond:N0}/s");
            }
        }

        Array.ForEach(theirs, line => line.Dispose());
        AddTo(report, results);
    }

    private static string Alone(int round) => $"alone-{round}";

    private static string Visit(int round) => $"visit-{round}";

    private static async Task<Ours> LinesAsync(Scene scene) =>
        new(
            await Phones.ConnectAsync(scene.Host, AtOnce),
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Connection.OpenAsync(scene.Host.Address)))
        );

    private static Task<Load> RepeatAsync(Connection[] lines, byte[] request, int count) =>
        Load.RunAsync(lines.Length, count, (line, _) => lines[line].SendAsync(request));

    private static Task<Load> TripleAsync(Connection[] lines, int count)
    {
        var request = Phones.Request("GET", "/empty", null, "", "");
        return Load.RunAsync(
            lines.Length,
            count,
            async (line, _) =>
            {
                for (var i = 0; i < 3; i++)
                    await lines[line].SendAsync(request);
            }
        );
    }

    private static Task<Load> VisitAsync(Connection[] lines, string contest, IReadOnlyList<string> tokens)
    {
        var path = $"/api/contests/{contest}/attempts";
        var list = Phones.Request("GET", ListOfContests, null, "", "");
        return Load.RunAsync(
            lines.Length,
            tokens.Count,
            async (line, i) =>
            {
                await lines[line].SendAsync(list);
                var paper = await lines[line].SendAsync(Phones.Request("POST", path, tokens[i], "", "{}"));
                await lines[line].SendAsync(Phones.Submission(path, tokens[i], paper));
            }
        );
    }

    private static void AddTo(Report report, List<Result> results)
    {
        var section = report.Add(
            "The path of a request",
            "what",
            "a second",
            "p50 ms",
            "p95 ms",
            "host µs",
            "worker µs",
            "table µs",
            "worker, times empty"
        );
        var names = results.Select(result => result.Name).Distinct().ToList();
        var empty = Middle(results, names[0], result => result.Micros("worker"));
        foreach (var name in names)
        {
            var worker = Middle(results, name, result => result.Micros("worker"));
            section.Row(
                name,
                Text(Middle(results, name, result => result.Load.PerSecond), "N0"),
                Text(Middle(results, name, result => result.Load.Within(0.5)), "N1"),
                Text(Middle(results, name, result => result.Load.Within(0.95)), "N1"),
                Text(Middle(results, name, result => result.Micros("host")), "N0"),
                Text(worker, "N0"),
                Text(Middle(results, name, result => result.Micros("table")), "N0"),
                Text(worker / empty, "N2")
            );
        }

        section.Note(
            $"{AtOnce} at once. *µs*: CPU time of each process for one of these. The host is our stand-in; in Azure the platform's host has its place, and the worker's half is the same. "
                + "A visit is three requests. Medians of the rounds, which all take in turn, after one to warm up."
        );
    }

    private static double Middle(IEnumerable<Result> results, string name, Func<Result, double> figure)
    {
        var sorted = results.Where(result => result.Name == name).Select(figure).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Text(double figure, string format) => figure.ToString(format, System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Result(string Name, Load Load, Usage Usage)
    {
        public double Micros(string process) => Usage.Cpu[process].TotalMicroseconds / Load.Done;
    }

    private sealed record Ours(Phones Phones, Connection[] Lines) : IDisposable
    {
        public void Dispose()
        {
            Phones.Dispose();
            Array.ForEach(Lines, line => line.Dispose());
        }
    }
}
