using EStation.Access;

namespace EStation.Trainings;

/// <summary>Who acts for a place: its officials, and the administrators above them.</summary>
public static class Officials
{
    public static readonly IReadOnlyList<Role> Roles = [Role.Official, Role.Administrator];
}
