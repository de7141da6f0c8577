namespace EStation.LocalHost;

internal enum KeyLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}
