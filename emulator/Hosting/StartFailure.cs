using System.Diagnostics.CodeAnalysis;

namespace EStation.Emulator;

/// <summary>Something whoever starts the host can put right; the message is the one line they get.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only ever made with the line to print.")]
internal sealed class StartFailure(string message) : Exception(message)
{
    public static T OrExit<T>(Func<T> start)
    {
        try
        {
            return start();
        }
        catch (StartFailure failure)
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
