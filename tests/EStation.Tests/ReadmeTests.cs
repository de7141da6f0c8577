using System.Diagnostics;
using System.Text.RegularExpressions;
using EStation.Testing;

namespace EStation;

/// <summary>What the README says, done.</summary>
public partial class ReadmeTests(TestStorage storage)
{
    [Fact]
    public async Task The_tour_takes_a_farmer_from_sign_in_to_a_place_on_the_countys_board()
    {
        var data = Directory.CreateTempSubdirectory("tour-");
        await using var host = await HostProcess.StartAsync(storage.NewAccount(), data.FullName);
        var told = await RunTourAsync(host, data.FullName);
        Assert.Matches(
            """(?s)"region":"222401","entries":\[\{"rank":1,"name":"王\*\*","region":"222401001001",.*"ranks":\[\{"region":"222401001001","rank":1,"of":1""",
            told
        );
        data.Delete(recursive: true);
    }

    private static async Task<string> RunTourAsync(HostProcess host, string data)
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "README.md"));
        var start = new ProcessStartInfo("bash", ["-e", "-c", Tour().Match(readme).Groups[1].Value]) { RedirectStandardOutput = true };
        start.Environment["base"] = host.Address.ToString().TrimEnd('/');
        start.Environment["data"] = data;
        using var bash = Process.Start(start)!;
        var told = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.Equal(0, bash.ExitCode);
        return told;
    }

    [GeneratedRegex("```sh tour\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Tour();
}
