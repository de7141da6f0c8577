namespace EStation.LocalHost;

/// <summary>What a key opens, in the order of the real host's names.</summary>
internal enum KeyLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}
