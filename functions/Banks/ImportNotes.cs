using System.Globalization;

namespace EStation.Banks;

/// <summary>Something in a file was left out or changed on the way in, and where: lines and rows count from 1.</summary>
public sealed record ImportWarning(int Line, string Reason);

/// <summary>Gathers what is wrong with a file, line by line. One error refuses the whole file.</summary>
/// <param name="end">When reading has to end, because it takes too long or nobody waits for it any more.</param>
public sealed class ImportNotes(CancellationToken end = default)
{
    /// <summary>Nobody corrects more than this at a time.</summary>
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

    /// <summary>Whether it makes sense to read on. Every loop over a file asks.</summary>
    /// <exception cref="OperationCanceledException">Reading has to end.</exception>
    public bool GoesOn()
    {
        end.ThrowIfCancellationRequested();
        return errors.Count < MostErrors;
    }

    /// <inheritdoc cref="GoesOn()"/>
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
