using EStation.People;

namespace EStation.Privacy;

/// <summary>
/// A place where something about people is kept. Each feature that keeps any has one: for the export and for the erasure.
/// </summary>
public interface IPersonalData
{
    /// <summary>The field of the export.</summary>
    string Name { get; }

    /// <summary>Everything that is held here about a person, as it is to be shown to that person.</summary>
    Task<object?> ExportAsync(Person person);

    /// <summary>Takes away what leads back to the person; what was counted stays. Again, it must do no harm.</summary>
    Task ForgetAsync(Erasure erasure);
}
