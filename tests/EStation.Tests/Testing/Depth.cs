namespace EStation.Testing;

/// <summary>How long a test goes on: a little by default, all the way with <c>ESTATION_DEEP=1</c>.</summary>
internal static class Depth
{
    public static bool Deep { get; } = Environment.GetEnvironmentVariable("ESTATION_DEEP") == "1";

    public static int Of(int usual, int deep) => Deep ? deep : usual;
}
