using EStation.Ledger;
using EStation.Storage;

namespace EStation.People;

/// <summary>How many residents there are, by their traits.</summary>
public sealed class ReachTally : ITotal
{
    private readonly Dictionary<string, int> groups;

    private ReachTally(Dictionary<string, int> groups) => this.groups = groups;

    public static ReachTally Read(BinaryData? stored) => new(stored is null ? [] : Packed.Read<Dictionary<string, int>>(stored));

    public BinaryData Write() => Packed.Write(groups);

    public void Add(News news)
    {
        var counted = (ResidentCounted)news;
        Add(counted.Traits, counted.Change);
    }

    public void Merge(ReachTally other)
    {
        foreach (var (traits, count) in other.groups)
            Add(traits, count);
    }

    /// <summary>How many of them are wanted.</summary>
    public int Count(Func<Traits, bool> wanted) => groups.Where(group => wanted(Traits.Parse(group.Key))).Sum(group => group.Value);

    private void Add(string traits, int change)
    {
        groups[traits] = groups.GetValueOrDefault(traits) + change;
        if (groups[traits] == 0)
            groups.Remove(traits);
    }
}
