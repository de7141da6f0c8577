using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EStation.Emulator;

/// <summary>Puts the parts together: settings, host.json, Kestrel, the functions.</summary>
internal sealed class LocalHostBuilder
{
    private readonly HostSetup _setup;
    private readonly CommandLine _commandLine;
    private readonly IConfigurationRoot _settings;
    private readonly HostJson _hostJson;
    private bool _built;

    public LocalHostBuilder(string[] args, HostSetup setup)
    {
        _setup = setup;
        _commandLine = CommandLine.Parse(args);
        _settings = SettingsConfiguration.Build(setup);
        _hostJson = HostJson.Read(setup.ContentRoot, _settings);
        Web = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                ApplicationName = Functions.GetName().Name,
                ContentRootPath = setup.ContentRoot,
                // The Core Tools say so too when nothing else is said.
                EnvironmentName = _settings["AZURE_FUNCTIONS_ENVIRONMENT"] ?? Environments.Development,
            }
        );
        Web.Configuration.AddConfiguration(_settings);
        // The app may keep there what belongs to this machine: its master secret.
        Web.Configuration[DataFolder.Setting] = DataFolder.Of(_settings, setup.ContentRoot);
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
        return StartFailure.OrExit(_setup, BuildHost);
    }

    private LocalHost BuildHost()
    {
        var functions = new FunctionCatalog(_setup.FunctionTypes ?? Functions.GetTypes());
        var parts = new HostParts(functions, _hostJson, _settings, _setup);
        var app = Web.Build();
        return parts.Assemble(app, Pipeline.Build(), _commandLine);
    }
}
