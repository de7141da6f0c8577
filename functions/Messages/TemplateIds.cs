using EStation.Settings;

namespace EStation.Messages;

/// <summary><c>Messages:Templates:{name}:{language}</c>: the ids of approved templates.</summary>
public sealed record TemplateIds(IReadOnlyDictionary<string, string> ByNameAndLanguage)
{
    public static TemplateIds Read(SettingReader read) => new(read.Tree("Messages:Templates"));

    /// <summary>The id in the nearest language that has one; the values of a message are fit for any.</summary>
    public string? Find(MessageTemplate template, Language language) =>
        Of(template, template.Nearest(language)) ?? Of(template, Language.Zh);

    /// <exception cref="SettingException">A kind of message has no template in Chinese.</exception>
    public void Check(IEnumerable<MessageTemplate> templates)
    {
        foreach (var template in templates)
        {
            if (Of(template, Language.Zh) is null)
                throw new SettingException(
                    $"Messages:Templates:{template.Name}:zh",
                    "is missing: the id of the template that the gateway has approved."
                );
        }
    }

    private string? Of(MessageTemplate template, Language language) =>
        ByNameAndLanguage.GetValueOrDefault($"{template.Name}:{language.Code()}");
}
