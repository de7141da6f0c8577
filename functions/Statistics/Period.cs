namespace EStation.Statistics;

public enum Period
{
    Day,
    Month,
    Year,
}
