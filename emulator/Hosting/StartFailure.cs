using System.Diagnostics.CodeAnalysis;

namespace EStation.Emulator;

/// <summary>Something whoever starts the host can put right; the message is the one line they get.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only ever made with the line to print.")]
internal sealed class StartFailure(string message) : Exception(message)
{
    /// <summary>Under a setup that says so, a failure to start ends the process with its line.</summary>
    public static T OrExit<T>(HostSetup setup, Func<T> start)
    {
        try
        {
            return start();
        }
        catch (StartFailure failure) when (setup.ExitOnFailure)
        {
            Exit(failure.Message);
            throw;
        }
    }

    public static void Exit(string line)
    {
        Console.Error.WriteLine(line);
        Environment.Exit(1);
    }
}
