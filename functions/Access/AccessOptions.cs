using EStation.Settings;

namespace EStation.Access;

/// <summary>Who administers the province without a grant.</summary>
public sealed record AccessOptions(IReadOnlyList<Phone> Administrators)
{
    public static AccessOptions Read(SettingReader read) => new(read.Many<Phone>("Administrators"));
}
