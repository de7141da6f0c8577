namespace EStation.Accounts.Documents;

public enum LegalKind
{
    Privacy,
    Terms,
}

/// <summary>A document that people agree to. A version never changes: a change is a new file.</summary>
public sealed record LegalDocument(LegalKind Kind, string Version, Text Title, IReadOnlyList<LegalSection> Sections)
{
    /// <summary>With the operator's name and contact where the text names them.</summary>
    public LegalDocument Of(string? operatorName, string? contact) =>
        this with
        {
            Sections =
            [
                .. Sections.Select(section => new LegalSection(
                    section.Title,
                    [.. section.Paragraphs.Select(text => Filled(text, operatorName, contact))]
                )),
            ],
        };

    private static Text Filled(Text text, string? name, string? contact) =>
        new(
            Filled(text.Zh, name ?? "本站运营单位", contact ?? "当地科协")!,
            Filled(text.Ko, name ?? "본 사이트 운영단위", contact ?? "현지 과학기술협회"),
            text.Mn,
            Filled(text.En, name ?? "its operator", contact ?? "the science association of your county")
        );

    private static string? Filled(string? text, string name, string contact) =>
        text?.Replace("{operator}", name, StringComparison.Ordinal).Replace("{contact}", contact, StringComparison.Ordinal);
}

public sealed record LegalSection(Text Title, IReadOnlyList<Text> Paragraphs);
