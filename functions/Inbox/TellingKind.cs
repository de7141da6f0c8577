using EStation.Ledger;
using EStation.Messages;
using EStation.People;

namespace EStation.Inbox;

/// <summary>A kind of telling, with its texts. <c>{name}</c> in a text stands for a parameter.</summary>
/// <param name="Name">Stored with each telling; it never changes.</param>
public sealed record TellingKind(string Name, Text Title, Text Text)
{
    /// <summary>The message to the phone; null when the inbox is enough. Typed texts go to the inbox alone.</summary>
    public MessageTemplate? Message { get; init; }

    /// <summary>The inbox does not show it: it shows the notice itself.</summary>
    public bool IsMessageOnly { get; init; }

    /// <summary>Makes the news that so many messages of a telling, by its id, were taken.</summary>
    public Func<string, int, News>? Delivered { get; init; }

    /// <summary>Others cause its messages: the phone has a limit for these.</summary>
    public bool IsByOthers { get; init; }

    /// <summary>The preference by which people refuse its messages.</summary>
    public Topic Topic { get; init; }

    public static Text Fill(Text pattern, IReadOnlyDictionary<string, Text> parameters) =>
        new(
            Fill(pattern.Zh, Language.Zh, parameters),
            Fill(pattern.Ko ?? pattern.Zh, Language.Ko, parameters),
            Fill(pattern.Mn ?? pattern.Zh, Language.Mn, parameters),
            Fill(pattern.En ?? pattern.Zh, Language.En, parameters)
        );

    private static string Fill(string pattern, Language language, IReadOnlyDictionary<string, Text> parameters) =>
        parameters.Aggregate(
            pattern,
            (text, parameter) => text.Replace($"{{{parameter.Key}}}", parameter.Value.In(language), StringComparison.Ordinal)
        );
}

/// <summary>The subjects of which a person may refuse messages.</summary>
public enum Topic
{
    Trainings,
    Contests,
    Videos,
    Notices,
}

/// <summary>The kinds that features have registered.</summary>
public sealed class TellingKinds(IEnumerable<TellingKind> kinds)
{
    /// <summary>Several tellings in one message.</summary>
    public static readonly MessageTemplate Several = new(
        "several",
        ["count"],
        new Text(
            "您有 {count} 条新消息，请登录查看。",
            "새 소식이 {count}건 있습니다. 로그인하여 확인하세요.",
            En: "You have {count} new notifications. Sign in to read them."
        )
    );

    private readonly Dictionary<string, TellingKind> byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>Null for a kind that no feature has any more.</summary>
    public TellingKind? Find(string name) => byName.GetValueOrDefault(name);

    public static bool IsWanted(Topic topic, MessagePreferences messages) =>
        topic switch
        {
            Topic.Trainings => messages.Trainings,
            Topic.Contests => messages.Contests,
            Topic.Videos => messages.Videos,
            _ => messages.Notices,
        };
}
