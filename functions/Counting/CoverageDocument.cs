using EStation.Ledger;

namespace EStation.Counting;

/// <summary>A county's coverage: one document per partition. Features mark it when they change its figures.</summary>
public static class CoverageDocument
{
    public const string Name = "coverage";

    public static readonly DocumentKind<string> Kind = new(Name, (text, out key) => (key = text).Length == 0, key => key);
}
