using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EStation.Emulator;

/// <summary>Puts the parts together: settings, host.json, Kestrel, the functions.</summary>
internal sealed class LocalHostBuilder
{
    private readonly HostSetup _setup;
    private readonly CommandLine _commandLine;
    private readonly HostJson _hostJson;
    private bool _built;

    public LocalHostBuilder(string[] args, HostSetup setup)
    {
        _setup = setup;
        _commandLine = CommandLine.Parse(args);
        var settings = SettingsConfiguration.Build(setup);
        _hostJson = HostJson.Read(setup.ContentRoot, settings);
        Web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = Functions.GetName().Name,
            ContentRootPath = setup.ContentRoot,
            // The Core Tools say so too when nothing else is said.
            EnvironmentName = settings["AZURE_FUNCTIONS_ENVIRONMENT"] ?? Environments.Development,
        });
        Web.Configuration.AddConfiguration(settings);
        ConsoleLogging.AddTo(Web.Logging, _hostJson);
        Web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listening.Configure(kestrel, _commandLine));
    }

    public WebApplicationBuilder Web { get; }

    public InvocationPipeline Pipeline { get; } = new();

    private Assembly Functions => _setup.Functions ?? Assembly.GetEntryAssembly()!;

    public IHost Build()
    {
        if (_built)
            throw new InvalidOperationException("The application has already been built.");
        _built = true;
        return _setup.ExitOnFailure ? StartFailure.OrExit(BuildHost) : BuildHost();
    }

    private LocalHost BuildHost()
    {
        var routes = new RouteTable(new FunctionCatalog(_setup.FunctionTypes ?? Functions.GetTypes()), _hostJson.RoutePrefix);
        var app = Web.Build();
        var requests = new FunctionRequests(routes, Pipeline.Build(), app.Services.GetRequiredService<ILogger<FunctionRequests>>());
        app.Run(requests.ServeAsync);
        return new LocalHost(app, _setup, _commandLine);
    }
}
