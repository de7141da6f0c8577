using System.Diagnostics.CodeAnalysis;

namespace EStation.LocalHost;

/// <summary>A failure to start that the person at the console can put right; the message is the one line that is printed.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only ever made with the line to print.")]
internal sealed class StartFailure(string message) : Exception(message);
