namespace EStation.Banks;

/// <summary>What a bank can be imported from.</summary>
internal enum BankFormat
{
    Gift,
    Xlsx,
    Csv,
    Json,
}
