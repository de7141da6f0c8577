using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using EStation.Ledger;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EStation.Telemetry;

/// <summary>Sends metrics and spans to Application Insights. Logs go through the Functions host, which sends them with its own.</summary>
public static class TelemetrySending
{
    /// <summary>On a contest day a million requests would be a million spans; a twentieth shows as much.</summary>
    private const double SpansKept = 0.05;

    private const string Worker = "Microsoft.Azure.Functions.Worker";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        if (options.ConnectionString is null)
            return services;
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("estation", serviceVersion: Build.Version))
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name, LedgerMeasures.Name).AddAzureMonitorMetricExporter(Address))
            .WithTracing(spans =>
                spans
                    .SetSampler(new TraceIdRatioBasedSampler(SpansKept))
                    .AddSource(Measures.Name, LedgerMeasures.Name, Worker)
                    .AddAzureMonitorTraceExporter(Address)
            );
        return services;

        void Address(AzureMonitorExporterOptions exporter)
        {
            exporter.ConnectionString = options.ConnectionString;
            if (options.ClientId is { } client)
                exporter.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client));
        }
    }
}
