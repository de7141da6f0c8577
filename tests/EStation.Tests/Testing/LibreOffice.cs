using System.Diagnostics;

namespace EStation.Testing;

/// <summary>LibreOffice without its windows, where it is installed.</summary>
internal static class LibreOffice
{
    private const string Program = "/usr/bin/soffice";

    /// <summary>Comma, quotes, UTF-8, from the first line; texts in quotes and nothing else, as shown, formulas as formulas.</summary>
    private const string Csv = "44,34,76,1,,0,true,true,true";

    /// <summary>
    /// Comma, quotes, UTF-8, from the first line; what is in quotes is read like the rest, as when somebody double-clicks a file.
    /// </summary>
    private const string FromCsv = "44,34,76,1,,0,false,true";

    public static bool IsInstalled => File.Exists(Program);

    /// <summary>Opens a file and writes what is in it as CSV: texts stand in quotes, numbers and formulas do not.</summary>
    public static async Task<string> OpenAsync(string name, byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("office-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), file);
            string[] filter = name.EndsWith(".csv", StringComparison.Ordinal) ? [$"--infilter=Text - txt - csv (StarCalc):{FromCsv}"] : [];
            var opened = Path.Combine(folder, "opened");
            // A profile of its own: another one that runs meanwhile would take the file over and end this one at once.
            string[] arguments =
            [
                $"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                .. filter,
                "--convert-to",
                $"csv:Text - txt - csv (StarCalc):{Csv}",
                "--outdir",
                opened,
                Path.Combine(folder, name),
            ];
            using var office = Process.Start(
                new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
            )!;
            var said = await Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
            await office.WaitForExitAsync();
            var written = Path.Combine(opened, Path.ChangeExtension(name, ".csv"));
            Assert.True(File.Exists(written), $"LibreOffice did not open {name}: {string.Concat(said)}");
            return await File.ReadAllTextAsync(written);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
