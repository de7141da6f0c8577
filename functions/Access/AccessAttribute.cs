using System.Reflection;

namespace EStation.Access;

public enum Needs
{
    Nothing,

    /// <summary>A valid token, also of an erased person.</summary>
    Holder,

    /// <summary>A valid token of a person who was not erased. The person is not read.</summary>
    Token,

    /// <summary>The person, at most one minute old.</summary>
    Person,

    PersonNow,
}

/// <summary>The region in which the caller must have one of the function's roles.</summary>
public enum RegionOf
{
    /// <summary>The region of the loaded subject. The function asks the <see cref="Caller"/> right after the load.</summary>
    Subject,

    /// <summary><c>?region=</c>, or without it the widest region in which the caller has the role.</summary>
    Query,

    /// <summary>The region code in the first value of the path. The function refuses a value that is not a code.</summary>
    Path,

    Province,

    /// <summary>Any region. The function answers with the data of the caller's own regions.</summary>
    Own,
}

/// <summary>Declares who may call an HTTP function: <see cref="AccessMiddleware"/> enforces it, OpenAPI shows it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessAttribute : Attribute
{
    public AccessAttribute(Needs needs) => Needs = needs;

    public AccessAttribute(params Role[] roles)
        : this(Needs.Person) => Roles = roles;

    public Needs Needs { get; }

    public IReadOnlyList<Role> Roles { get; } = [];

    public RegionOf Region { get; init; }

    public static AccessAttribute Of(MethodInfo function) =>
        function.GetCustomAttribute<AccessAttribute>()
        ?? throw new InvalidOperationException($"{function.DeclaringType} does not say who may call it: add [Access] to {function.Name}.");
}
