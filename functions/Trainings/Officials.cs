using EStation.Access;

namespace EStation.Trainings;

public static class Officials
{
    public static readonly IReadOnlyList<Role> Roles = [Role.Official, Role.Administrator];
}
