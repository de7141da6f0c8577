using EStation.Settings;

namespace EStation.Access;

public sealed record AccessOptions(IReadOnlyList<Phone> Administrators)
{
    public static AccessOptions Read(SettingReader read) => new(read.Many<Phone>("Administrators"));
}
