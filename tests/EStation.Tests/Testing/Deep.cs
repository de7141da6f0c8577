namespace EStation.Testing;

/// <summary>How long a test goes on: a little by default, all the way with <c>ESTATION_DEEP=1</c>.</summary>
internal static class Deep
{
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("ESTATION_DEEP") == "1";

    public static int Of(int usually, int deep) => IsWanted ? deep : usually;
}
