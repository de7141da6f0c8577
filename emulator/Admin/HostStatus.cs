namespace EStation.Emulator;

/// <summary>What the admin API says of the host and its functions.</summary>
internal sealed class HostStatus(string hostId, RouteTable routes, DisabledFunctions disabled, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    public object Now() =>
        new
        {
            id = hostId,
            state = "Running",
            version = typeof(HostStatus).Assembly.GetName().Version!.ToString(),
            processUptime = (long)time.GetElapsedTime(_started).TotalMilliseconds,
        };

    public object Describe(Function function) =>
        new
        {
            name = function.Name,
            isDisabled = disabled.Contains(function),
            invoke_url_template = routes.Routes.FirstOrDefault(route => route.Function == function)?.Template,
            language = "dotnet-isolated",
            config = new { bindings = new[] { Binding(function) } },
        };

    private static object Binding(Function function) =>
        function.Timer is { } timer
            ? new
            {
                name = function.TriggerParameter.Name,
                type = "timerTrigger",
                direction = "in",
                schedule = timer.Schedule,
            }
            : new
            {
                name = function.TriggerParameter.Name,
                type = "httpTrigger",
                direction = "in",
                authLevel = function.Http!.SaidLevel?.ToString().ToLowerInvariant(),
                methods = function.Http.Methods ?? [],
                route = function.Http.Route,
            };
}
