using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}

public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    /// <summary>The property stays at the enum's default here, Anonymous; the host is told of no level, and asks for a key.</summary>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    public HttpTriggerAttribute(AuthorizationLevel authLevel) => SaidLevel = AuthLevel = authLevel;

    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        SaidLevel = AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>Route template without a leading slash; null means the function's name.</summary>
    public string? Route { get; set; }

    /// <summary>HTTP methods; null or empty means every method.</summary>
    public string[]? Methods { get; private set; }

    public AuthorizationLevel AuthLevel { get; private set; }

    /// <summary>What the function's metadata have: the level where the attribute says one. Without it the host takes Function.</summary>
    internal AuthorizationLevel? SaidLevel { get; }
}
