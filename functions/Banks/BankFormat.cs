namespace EStation.Banks;

public enum BankFormat
{
    Gift,
    Xlsx,
    Csv,
    Json,
}
