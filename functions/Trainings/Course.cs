using System.Text.Json.Serialization;

namespace EStation.Trainings;

/// <summary>The subjects, the room and the teachers. Each part may be missing.</summary>
public sealed record Course
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Room { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Position? Position { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Teacher>? Teachers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Lesson>? Syllabus { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Material>? Materials { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Question>? Questions { get; init; }

    public string TeachersInOneLine => string.Join('、', (Teachers ?? []).Select(teacher => teacher.Name));
}

public sealed record Position(double Latitude, double Longitude);

/// <param name="Title">For example 高级农艺师.</param>
public sealed record Teacher(string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title);

/// <param name="Session">From 1.</param>
/// <param name="Preparation">What people bring or read before.</param>
public sealed record Lesson(
    int Session,
    Text Subject,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Text? Preparation
);

/// <param name="Ref">The id of a film or an article, or a link.</param>
public sealed record Material(Text Title, MaterialKind Kind, string Ref);

public enum MaterialKind
{
    File,
    Video,
    Article,
    Link,
}

/// <summary>A question that people answer when they sign up.</summary>
/// <param name="Options">Of a choice; an answer is the number of an option, from 1.</param>
public sealed record Question(
    string Id,
    Text Text,
    QuestionKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Text>? Options,
    bool Required
)
{
    public const int LongestAnswer = 500;

    /// <summary>An answer in words, for rosters.</summary>
    public string InWords(string answer, Language language) =>
        Kind switch
        {
            QuestionKind.Choice when int.TryParse(answer, out var option) && option >= 1 && option <= Options?.Count => Options[option - 1]
                .In(language),
            QuestionKind.YesNo => new Text(answer == "yes" ? "是" : "否", answer == "yes" ? "예" : "아니", En: answer).In(language),
            _ => answer,
        };
}

public enum QuestionKind
{
    Text,
    Choice,
    YesNo,
}
