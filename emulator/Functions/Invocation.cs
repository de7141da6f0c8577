using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Emulator;

/// <summary>One run of one function. What a request seldom asks for is made only when asked for.</summary>
internal sealed class Invocation(Function function, IServiceProvider services, CancellationToken cancellation) : FunctionContext
{
    /// <summary>The key of the real worker, so that code that looks into Items finds it.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    private string? _id;
    private TraceContext? _trace;
    private IDictionary<object, object>? _items;
    private IInvocationFeatures? _features;

    public Function Function => function;

    /// <summary>The request being served; hidden from functions until the ASP.NET Core integration has run.</summary>
    public HttpContext? Served { get; init; }

    public HttpContext? HttpContext { get; private set; }

    public HttpRequest Request =>
        HttpContext?.Request
        ?? throw new InvalidOperationException(
            $"Function {function.Name} takes HttpRequest, but ConfigureFunctionsWebApplication() was not called."
        );

    public TimerInfo? Timer { get; init; }

    /// <summary>What the function returned, or what middleware put in its place.</summary>
    public object? Result { get; set; }

    public override string InvocationId => _id ??= Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override TraceContext TraceContext => _trace ??= new RequestTrace(Served);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items
    {
        get =>
            _items ??= HttpContext is null
                ? new Dictionary<object, object>()
                : new Dictionary<object, object> { [HttpContextKey] = HttpContext };
        set => _items = value;
    }

    public override IInvocationFeatures Features => _features ??= new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation;

    public void ExposeHttpContext()
    {
        HttpContext = Served;
        if (Served is not null)
            _items?.Add(HttpContextKey, Served);
    }
}
