using EStation.People;

namespace EStation.Privacy;

/// <summary>A place that keeps personal data, for the export and the erasure. Each feature with such data has one.</summary>
public interface IPersonalData
{
    string Name { get; }

    Task<object?> ExportAsync(Person person);

    /// <summary>Removes links to the person; totals stay. Idempotent.</summary>
    Task ForgetAsync(Erasure erasure);
}
