using System.Net.Http.Json;
using EStation.LocalHost.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.LocalHost;

/// <summary>A host of the given function classes on a free port, with the real worker, in this process.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly FunctionsHost host;

    private readonly TemporaryFolder folder;

    private RunningHost(FunctionsHost host, TemporaryFolder folder)
    {
        this.host = host;
        this.folder = folder;
        Client.BaseAddress = new Uri($"http://127.0.0.1:{host.Port}");
    }

    public HttpClient Client { get; } = new();

    public KeyRing Keys => host.Keys;

    public static Task<RunningHost> StartAsync(params Type[] functions) => StartAsync(functions, configure: null);

    public static async Task<RunningHost> StartAsync(
        Type[] functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        string hostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""",
        Dictionary<string, string?>? settings = null,
        LeaseTiming? leases = null,
        TimeProvider? time = null
    )
    {
        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("host.json"), hostJson);
        settings = new(settings ?? []);
        settings.TryAdd("Local:DataPath", folder.File("data"));
        var worker = new InProcessWorker(connection =>
        {
            var builder = FunctionsApplication.CreateBuilder([]);
            InProcessWorker.Prepare(builder, connection);
            builder.Services.AddSingleton<IFunctionMetadataProvider>(new FunctionsOfTypes(functions));
            builder.ConfigureFunctionsWebApplication();
            configure?.Invoke(builder);
            return builder.Build();
        });
        var setup = new HostSetup
        {
            Worker = worker,
            CommandLine = CommandLine.Parse("--port", "0"),
            ContentRoot = folder.Path,
            Settings = settings,
            Leases = leases,
            Time = time ?? TimeProvider.System,
        };
        try
        {
            return new RunningHost(await FunctionsHost.StartAsync(setup), folder);
        }
        catch
        {
            folder.Dispose();
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
        await host.StopAsync();
        await host.DisposeAsync();
        folder.Dispose();
    }
}
