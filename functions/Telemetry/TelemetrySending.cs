using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using EStation.Ledger;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EStation.Telemetry;

/// <summary>Sends metrics and spans to Application Insights. Logs go through the Functions host.</summary>
public static class TelemetrySending
{
    /// <summary>A contest day has a million requests; a sample of 5 % of the spans is enough.</summary>
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
