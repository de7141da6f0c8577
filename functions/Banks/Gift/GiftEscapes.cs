namespace EStation.Banks.Gift;

/// <summary>Replaces each escaped <c>~ = # { } :</c> by one private character while the marks are read.</summary>
public static class GiftEscapes
{
    private const string Escaped = "~=#{}:n\\";
    private const char First = '\ue000';

    public static bool HasPrivate(string text) => text.Any(character => character >= First && character < First + Escaped.Length);

    public static string Hide(string text)
    {
        var hidden = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var which = text[i] == '\\' && i + 1 < text.Length ? Escaped.IndexOf(text[i + 1], StringComparison.Ordinal) : -1;
            hidden.Append(which < 0 ? text[i] : (char)(First + which));
            i += which < 0 ? 0 : 1;
        }

        return hidden.ToString();
    }

    public static string Show(string text) =>
        string.Concat(
            text.Select(character =>
                character < First || character >= First + Escaped.Length ? character
                : Escaped[character - First] is var plain && plain == 'n' ? '\n'
                : plain
            )
        );
}
