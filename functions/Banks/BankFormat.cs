namespace EStation.Banks;

/// <summary>What a bank can be imported from.</summary>
public enum BankFormat
{
    Gift,
    Xlsx,
    Csv,
    Json,
}
