namespace EStation.LocalHost;

internal sealed class HostStatus(string hostId, RouteTable routes, DisabledFunctions disabled, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();

    public object Now() =>
        new
        {
            id = hostId,
            state = "Running",
            version = typeof(HostStatus).Assembly.GetName().Version!.ToString(),
            processUptime = (long)time.GetElapsedTime(started).TotalMilliseconds,
        };

    public object Describe(Function function) =>
        new
        {
            name = function.Name,
            isDisabled = disabled.Contains(function),
            invoke_url_template = routes.Routes.FirstOrDefault(route => route.Function == function)?.Template,
            language = "dotnet-isolated",
            config = new { bindings = new[] { function.Trigger } },
        };

    public object StatusOf(Function function) => new { isDisabled = disabled.Contains(function) };
}
