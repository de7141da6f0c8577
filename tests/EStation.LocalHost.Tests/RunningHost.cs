using System.Net.Http.Json;
using Microsoft.Azure.Functions.Worker.Builder;

namespace EStation.Emulator;

/// <summary>A host of the given function classes on a free port, in this process.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly LocalHost _host;

    private readonly TemporaryFolder _folder;

    private RunningHost(LocalHost host, Type[] functions, TemporaryFolder folder)
    {
        _host = host;
        _folder = folder;
        Functions = new FunctionCatalog(functions);
    }

    public HttpClient Client { get; } = new();

    public IServiceProvider Services => _host.Services;

    public KeyRing Keys => _host.Keys;

    public FunctionCatalog Functions { get; }

    public static Task<RunningHost> StartAsync(params Type[] functions) => StartAsync(functions, configure: null);

    public static async Task<RunningHost> StartAsync(
        Type[] functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        string hostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""",
        Dictionary<string, string?>? settings = null,
        LeaseTiming? leases = null
    )
    {
        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("host.json"), hostJson);
        settings = new(settings ?? []);
        settings.TryAdd("Local:DataPath", folder.File("data"));
        var builder = FunctionsApplication.CreateBuilder(
            ["--port", "0"],
            new HostSetup
            {
                FunctionTypes = functions,
                ContentRoot = folder.Path,
                Settings = settings,
                Leases = leases,
            }
        );
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        var host = new RunningHost((LocalHost)builder.Build(), functions, folder);
        try
        {
            await host._host.StartAsync();
            host.Client.BaseAddress = new Uri($"http://127.0.0.1:{host._host.Port}");
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the admin API to run a function.</summary>
    public async Task<int> RunNowAsync(string function)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{function}")
        {
            Content = JsonContent.Create(new { }),
        };
        request.Headers.Add("x-functions-key", Keys.Master);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
