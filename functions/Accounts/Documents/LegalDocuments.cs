using System.Text.Json;
using EStation.Http;
using EStation.Settings;

namespace EStation.Accounts.Documents;

/// <summary>The versions of all documents. They come with the program.</summary>
public sealed class LegalDocuments
{
    private const string Prefix = "document.";

    private readonly IReadOnlyList<LegalDocument> all;

    public LegalDocuments(OperatorOptions operators)
    {
        var program = typeof(LegalDocuments).Assembly;
        all =
        [
            .. program
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => JsonSerializer.Deserialize<LegalDocument>(program.GetManifestResourceStream(name)!, Json.AllLanguages)!)
                .Select(document => document.Of(operators.Name, operators.Contact))
                .OrderByDescending(document => document.Version, StringComparer.Ordinal)
                .ThenBy(document => document.Kind),
        ];
    }

    /// <summary>The version that people are asked to agree to.</summary>
    public string Current => all[0].Version;

    /// <summary>The newest of each kind.</summary>
    public IReadOnlyList<LegalDocument> Newest => [.. all.DistinctBy(document => document.Kind)];

    /// <param name="version">The one in force on that version's day; the newest when it is null.</param>
    public LegalDocument? Find(LegalKind kind, string? version) =>
        all.FirstOrDefault(document => document.Kind == kind && (version is null || string.CompareOrdinal(document.Version, version) <= 0));
}
