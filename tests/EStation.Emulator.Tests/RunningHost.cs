using Microsoft.Azure.Functions.Worker.Builder;

namespace EStation.Emulator;

/// <summary>A host of the given function classes on a free port, in this process.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly LocalHost _host;

    private RunningHost(LocalHost host)
    {
        _host = host;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public static Task<RunningHost> StartAsync(params Type[] functions) => StartAsync(functions, configure: null);

    public static async Task<RunningHost> StartAsync(
        Type[] functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        string hostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""",
        Dictionary<string, string?>? settings = null)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("host.json"), hostJson);
        var builder = FunctionsApplication.CreateBuilder(
            ["--port", "0"],
            new HostSetup { FunctionTypes = functions, ContentRoot = folder.Path, Settings = settings ?? [] });
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        var host = (LocalHost)builder.Build();
        await host.StartAsync();
        return new RunningHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
    }
}
