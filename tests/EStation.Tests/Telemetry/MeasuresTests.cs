using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EStation.Ledger;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EStation.Telemetry;

public sealed class MeasuresTests(TestStorage storage)
{
    /// <summary>A county that no other test writes to: what others measure at the same time is told apart by it.</summary>
    private const string Village = "222426001001";

    [Fact]
    public async Task What_happens_is_measured_and_no_measure_or_log_names_a_person()
    {
        using var meter = new Listener();
        var log = new Log();
        await using var host = await TestHost.StartAsync(storage, services: services => services.AddSingleton<ILoggerProvider>(log));
        var farmer = await Farmer.SignUpAsync(host, Village, name: "金银花");
        var paper = await farmer.StartAsync();
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        await Farmer.RefusalOf(
            await host.Http.GetAsync("api/me", TestContext.Current.CancellationToken),
            System.Net.HttpStatusCode.Unauthorized
        );
        host.Time.Advance(TimeSpan.FromSeconds(90));
        await host.RollUpAsync();

        Assert.Contains(meter.Of("estation.attempts"), one => one.Value == 1);
        Assert.Contains(meter.Of("estation.refusals"), one => one.Tags.Contains("code=token.missing"));
        Assert.Equal(1, meter.Of("estation.group.size", "county=222426").Max(one => one.Value));
        Assert.InRange(meter.Of("estation.fold.lag", "county=222426").Max(one => one.Value), 90, 100);
        Assert.All(meter.Of("estation.outbox.age", "county=222426"), one => Assert.Equal(0, one.Value));
        Assert.NotEmpty(meter.Of("estation.rollups"));

        string[] personal = [farmer.Phone, farmer.Id, farmer.Token, "金银花"];
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(personal, word => log.Lines.Any(line => line.Contains(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(
            personal,
            word => meter.Everything.Any(one => one.Tags.Any(tag => tag.Contains(word, StringComparison.Ordinal)))
        );
    }

    [Fact]
    public async Task News_that_folding_has_to_leave_are_getting_older()
    {
        using var meter = new Listener();
        await using var host = await TestHost.StartAsync(storage);
        await Farmer.SignUpAsync(host, "222424011001");
        host.Time.Advance(TimeSpan.FromMinutes(20));
        host.Meter.Faults = (request, when) =>
            when == When.BeforeSending && request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal)
                ? Fault.Disconnect
                : Fault.None;
        await Assert.ThrowsAnyAsync<Exception>(host.RollUpAsync);
        Assert.InRange(meter.Of("estation.outbox.age", "county=222424").Max(one => one.Value), 1200, 1210);

        host.Meter.Faults = (_, _) => Fault.None;
        await host.RollUpAsync();
        Assert.Equal(0, meter.Of("estation.outbox.age", "county=222424")[^1].Value);
    }

    private sealed record Measured(string Name, double Value, IReadOnlyList<string> Tags);

    private sealed class Listener : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly ConcurrentQueue<Measured> measured = new();

        public Listener()
        {
            listener.InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter.Name is Measures.Name or LedgerMeasures.Name)
                    meters.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            listener.Start();
        }

        public IReadOnlyCollection<Measured> Everything => measured;

        public IReadOnlyList<Measured> Of(string name, string? tag = null) =>
            [.. measured.Where(one => one.Name == name && (tag is null || one.Tags.Contains(tag)))];

        public void Dispose() => listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            measured.Enqueue(new Measured(instrument.Name, value, [.. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]));
    }

    /// <summary>All that is logged, but for the messages to phones that the local outlet shows on the console.</summary>
    private sealed class Log : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Category(categoryName == "EStation.Messages.LocalMessages" ? new() : Lines);

        public void Dispose() { }

        private sealed class Category(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
