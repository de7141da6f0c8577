using System.Text.RegularExpressions;

namespace EStation.Messages;

/// <summary>
/// A kind of message. Gateways send only words that they have approved, so two messages of a kind differ in their parameters alone.
/// </summary>
/// <param name="Name">As in <c>Messages:Templates:{name}:{language}</c>.</param>
/// <param name="Parameters">Their names, in the order in which a gateway that only numbers them gets the values.</param>
/// <param name="Words">What is submitted for approval, with <c>{parameter}</c> where a value goes.</param>
public sealed partial record MessageTemplate(string Name, IReadOnlyList<string> Parameters, Text Words)
{
    /// <summary>The language of the words that a reader of another language gets.</summary>
    public Language Nearest(Language language) => Words.Own(language) is null ? Language.Zh : language;

    public string Fill(IReadOnlyDictionary<string, string> values, Language language) =>
        Placeholder().Replace(Words.In(language), found => values[found.Groups[1].Value]);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
