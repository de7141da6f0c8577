using System.Globalization;
using System.Text;

namespace EStation.Benchmarks;

/// <summary>What was measured: lines for people, and a picture.</summary>
internal sealed class Report
{
    private readonly List<Section> sections = [];

    public Section Add(string title, params string[] columns)
    {
        var section = new Section(title, columns);
        sections.Add(section);
        return section;
    }

    public void Print(TextWriter to) => to.WriteLine(Markdown());

    public async Task SaveAsync(string sourceRoot)
    {
        var head = $"# Benchmarks\n\nMeasured {DateTime.UtcNow:yyyy-MM-dd} on {Environment.ProcessorCount} cores, .NET {Environment.Version}, everything on one machine: the load, the host, "
            + "Azurite's two servers.\nThe figures change from run to run and machine to machine; the ratios are of one run.\n\n"
            + "`dotnet run -c Release --project benchmarks`\n\n![Figures](benchmarks.svg)\n\n";
        await File.WriteAllTextAsync(Path.Combine(sourceRoot, "docs", "benchmarks.md"), head + Markdown());
        await File.WriteAllTextAsync(Path.Combine(sourceRoot, "docs", "benchmarks.svg"), Chart.Draw(sections.SelectMany(section => section.Bars)));
    }

    private string Markdown()
    {
        var text = new StringBuilder();
        foreach (var section in sections)
            section.AppendTo(text);
        return text.ToString();
    }

    internal sealed class Section(string title, string[] columns)
    {
        private readonly List<string[]> rows = [];
        private readonly List<string> notes = [];

        public List<(string Name, double Value, string Unit)> Bars { get; } = [];

        public void Row(params object[] cells) =>
            rows.Add([.. cells.Select(cell => cell is double number ? number.ToString("N1", CultureInfo.InvariantCulture) : cell.ToString()!)]);

        public void Note(string note) => notes.Add(note);

        public void AppendTo(StringBuilder text)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
            foreach (var row in rows)
                text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
            text.Append('\n');
            foreach (var note in notes)
                text.Append(CultureInfo.InvariantCulture, $"{note}\n\n");
        }
    }
}
