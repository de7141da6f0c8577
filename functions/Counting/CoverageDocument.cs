using EStation.Ledger;

namespace EStation.Counting;

/// <summary>The coverage of a county: one document for each partition, which features mark when they change what it counts.</summary>
public static class CoverageDocument
{
    public const string Name = "coverage";

    public static readonly DocumentKind<string> Kind = new(Name, (text, out key) => (key = text).Length == 0, key => key);
}
