using System.Reflection;

namespace EStation.Access;

/// <summary>What a function needs to know of its caller.</summary>
public enum Needs
{
    /// <summary>Nothing: everybody may call it.</summary>
    Nothing,

    /// <summary>The id in the token, also of a person who was erased.</summary>
    Holder,

    /// <summary>The id in the token. Erased people are refused. The person is not read.</summary>
    Token,

    /// <summary>The person, at most a minute old.</summary>
    Person,

    /// <summary>The person as stored now.</summary>
    PersonNow,
}

/// <summary>Where the caller must have one of the function's roles.</summary>
public enum RegionOf
{
    /// <summary>In the region of what the function is about. The function asks the <see cref="Caller"/> right after the load.</summary>
    Subject,

    /// <summary>In <c>?region=</c>; without it, in the widest region where the caller has the role.</summary>
    Query,

    /// <summary>In the region whose code is the first value of the path. A value that is no code is for the function to refuse.</summary>
    Path,

    /// <summary>In the whole province.</summary>
    Province,

    /// <summary>Anywhere. The function answers with what lies in the caller's own regions.</summary>
    Own,
}

/// <summary>
/// Says who may call a function. Every HTTP function has it. <see cref="AccessMiddleware"/> enforces it, and the OpenAPI document shows it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessAttribute : Attribute
{
    public AccessAttribute(Needs needs) => Needs = needs;

    /// <param name="roles">The caller must have one of them.</param>
    public AccessAttribute(params Role[] roles)
        : this(Needs.Person) => Roles = roles;

    public Needs Needs { get; }

    public IReadOnlyList<Role> Roles { get; } = [];

    public RegionOf Region { get; init; }

    /// <exception cref="InvalidOperationException">The function does not have it.</exception>
    public static AccessAttribute Of(MethodInfo function) =>
        function.GetCustomAttribute<AccessAttribute>()
        ?? throw new InvalidOperationException($"{function.DeclaringType} does not say who may call it: add [Access] to {function.Name}.");
}
