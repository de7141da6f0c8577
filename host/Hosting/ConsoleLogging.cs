using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

internal static class ConsoleLogging
{
    public static void AddTo(ILoggingBuilder logging, HostJson host)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        // ASP.NET Core would log every request; the real host's console does not.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        logging.AddFilter("Grpc", LogLevel.Warning);
        logging.AddFilter("Yarp", LogLevel.Warning);
        foreach (var (category, level) in host.LogLevels)
            logging.AddFilter(category.Equals("default", StringComparison.OrdinalIgnoreCase) ? null : category, level);
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
        });
    }
}
