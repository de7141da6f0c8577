using System.Globalization;

namespace EStation.Banks;

/// <summary>Lines and rows count from 1.</summary>
public sealed record ImportWarning(int Line, string Reason);

/// <summary>Collects the faults of a file by line. One error refuses the whole file.</summary>
public sealed class ImportNotes(CancellationToken end = default)
{
    private const int MostErrors = 100;
    private const int MostWarnings = 1000;

    private readonly SortedDictionary<int, List<string>> errors = [];
    private readonly List<ImportWarning> warnings = [];

    public IReadOnlyList<ImportWarning> Warnings => warnings;

    public bool HasErrors => errors.Count > 0;

    public Refusal Refusal =>
        Refusal.Invalid(
            errors
                .Take(MostErrors)
                .ToDictionary(error => string.Create(CultureInfo.InvariantCulture, $"line {error.Key}"), error => error.Value.ToArray())
        );

    /// <summary>Returns false when reading should stop. Every loop over a file calls it.</summary>
    public bool GoesOn()
    {
        end.ThrowIfCancellationRequested();
        return errors.Count < MostErrors;
    }

    public bool GoesOn<T>(T next) => GoesOn();

    public void Refuse(int line, string reason)
    {
        if (!errors.TryGetValue(line, out var reasons))
            errors[line] = reasons = [];
        if (reasons.Count < MostErrors)
            reasons.Add(reason);
    }

    public void Warn(int line, string reason)
    {
        if (warnings.Count < MostWarnings)
            warnings.Add(new ImportWarning(line, reason));
    }
}
