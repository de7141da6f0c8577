using System.Diagnostics.CodeAnalysis;

namespace EStation.Ledger;

/// <summary>A kind of prepared document, and the form of its keys in the names of marks and rows of totals.</summary>
/// <param name="prefix">The start of the name; no other kind's prefix may begin with it.</param>
public sealed class DocumentKind<TKey>(string prefix, DocumentKind<TKey>.Parser parse, Func<TKey, string> format)
    where TKey : notnull
{
    public delegate bool Parser(string text, out TKey key);

    public string Prefix => prefix;

    public string NameOf(TKey key) => prefix + format(key);

    public bool TryParse(string name, [NotNullWhen(true)] out TKey? key)
    {
        if (name.StartsWith(prefix, StringComparison.Ordinal) && parse(name[prefix.Length..], out var parsed))
        {
            key = parsed;
            return true;
        }

        key = default;
        return false;
    }
}

/// <param name="ChangedIn">The partitions in which totals of it have changed.</param>
public sealed record Change<TKey>(TKey Key, IReadOnlyList<Partition> ChangedIn);
