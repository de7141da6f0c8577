namespace EStation.Statistics;

internal enum Period
{
    Day,
    Month,
    Year,
}
