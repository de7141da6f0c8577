using EStation.People;

namespace EStation.Access;

/// <summary>The people above a role: its giver, the giver's givers, and so on up to an administrator of the settings.</summary>
public sealed class Givers(GrantTable grants, PersonTable people, AccessOptions options)
{
    /// <returns>Null when the line breaks off at somebody who is erased, or whose own role was taken back before lines were stored.</returns>
    public async Task<IReadOnlyCollection<string>?> AboveAsync(Grant grant) =>
        grant.Line is { } line ? [.. line, grant.GivenBy] : await FollowAsync(grant.GivenBy);

    /// <summary>The same for the roles with which a person gives others theirs.</summary>
    public async Task<IReadOnlyCollection<string>?> AboveAsync(Person giver) =>
        options.Administrators.Contains(giver.Phone) ? []
        : await FollowAsync(giver.Id) is { } found ? [.. found.Where(id => id != giver.Id)]
        : null;

    private async Task<IReadOnlyCollection<string>?> FollowAsync(string giver)
    {
        var (above, open, isRooted) = (new HashSet<string> { giver }, new Queue<string>([giver]), false);
        while (open.TryDequeue(out var id))
        {
            if (await people.FindFreshAsync(id) is not { } person)
                return null;
            if (options.Administrators.Contains(person.Phone))
            {
                isRooted = true;
                continue;
            }

            var roles = (await grants.OfAsync(person.Phone)).Where(grant => grant.Role == Role.Administrator).ToList();
            if (roles.Count == 0)
                return null;
            foreach (var role in roles)
            {
                isRooted |= role.Line is not null;
                above.UnionWith(role.Line ?? []);
                if (above.Add(role.GivenBy) && role.Line is null)
                    open.Enqueue(role.GivenBy);
            }
        }

        return isRooted ? above : null; // roles that people gave to each other have no beginning
    }
}
