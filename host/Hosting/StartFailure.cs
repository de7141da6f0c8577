using System.Diagnostics.CodeAnalysis;

namespace EStation.LocalHost;

/// <summary>A failure to start that the user can correct; the console shows the message alone.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only ever made with the line to print.")]
internal sealed class StartFailure(string message) : Exception(message);
