namespace EStation.Stations;

/// <summary>A point on the earth, in degrees north and east.</summary>
public readonly record struct Position(double Latitude, double Longitude)
{
    private const double EarthRadius = 6_371_000;

    /// <summary>The way through the air, on a sphere: wrong by half a percent at most.</summary>
    public double MetresTo(Position other)
    {
        var north = double.DegreesToRadians(other.Latitude - Latitude) / 2;
        var east = double.DegreesToRadians(other.Longitude - Longitude) / 2;
        var haversine =
            Math.Pow(Math.Sin(north), 2)
            + (
                Math.Cos(double.DegreesToRadians(Latitude))
                * Math.Cos(double.DegreesToRadians(other.Latitude))
                * Math.Pow(Math.Sin(east), 2)
            );
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }
}
