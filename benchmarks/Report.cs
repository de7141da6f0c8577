using System.Globalization;
using System.Text;

namespace EStation.Benchmarks;

internal sealed class Report
{
    private readonly List<Section> sections = [];

    public Section Add(string title, params string[] columns)
    {
        var section = new Section(title, columns);
        sections.Add(section);
        return section;
    }

    public string Text() => string.Join('\n', sections.Select(section => section.Text()));

    public async Task SaveAsync(string folder)
    {
        var head = $"""
            # Benchmarks

            `dotnet run -c Release --project benchmarks` writes this page. `--quick` (for a look) and `--only {"{name}"}` (for one of them) print theirs and leave it as it is.

            Measured on {DateTime.UtcNow:yyyy-MM-dd} with .NET {Environment.Version} on {Environment.ProcessorCount} cores ({Processor()}), which the load, the host and Azurite's two servers share: the load a process, the
            host a process (Release), Azurite 3.37 in memory. Such figures change from machine to machine and from hour to hour; ratios and CPU times a record do so less.

            ![Submissions a second](benchmarks.svg)

            """;
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.md"), head + Text());
        await File.WriteAllTextAsync(Path.Combine(folder, "benchmarks.svg"), Chart.Draw([.. sections.SelectMany(section => section.Bars)]));
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1]
        ?? "unknown";

    internal sealed class Section(string title, string[] columns)
    {
        private readonly List<string[]> rows = [columns];
        private readonly List<string> notes = [];

        public List<Bar> Bars { get; } = [];

        public void Row(params object[] cells) =>
            rows.Add([.. cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)!)]);

        public void Note(string note) => notes.Add(note);

        public void Bar(string group, string name, double value) => Bars.Add(new Bar(group, name, value));

        public string Text()
        {
            var widths = columns.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
            var text = new StringBuilder($"## {title}\n\n");
            foreach (var (at, row) in rows.Index())
            {
                text.Append("| ").AppendJoin(" | ", row.Select((cell, column) => cell.PadLeft(widths[column]))).Append(" |\n");
                if (at == 0)
                    text.Append('|').AppendJoin('|', widths.Select(width => new string('-', width + 1) + ':')).Append("|\n");
            }

            foreach (var note in notes)
                text.Append('\n').Append(note).Append('\n');
            return text.ToString();
        }
    }
}

internal sealed record Bar(string Group, string Name, double Value);
