namespace EStation.Testing;

/// <summary>Few seeds by default, all of them with <c>ESTATION_DEEP=1</c>.</summary>
internal static class Deep
{
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("ESTATION_DEEP") == "1";

    public static int Seeds(int usually, int deep) => IsWanted ? deep : usually;
}
