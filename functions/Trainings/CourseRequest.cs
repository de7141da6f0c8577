using EStation.Http;
using EStation.Storage;

namespace EStation.Trainings;

public sealed record PositionRequest(double? Latitude, double? Longitude)
{
    private const double MostLatitude = 90;
    private const double MostLongitude = 180;

    public Position Parse(Validation check)
    {
        check.Check(
            Latitude is >= -MostLatitude and <= MostLatitude && Longitude is >= -MostLongitude and <= MostLongitude,
            "position",
            "must have latitude and longitude in degrees"
        );
        return new Position(Latitude ?? 0, Longitude ?? 0);
    }
}

public sealed record TeacherRequest(string? Name, string? Title = null)
{
    public const int Most = 20;
    private const int Longest = 80;

    public static Teacher Parse(Validation check, string field, TeacherRequest? teacher) =>
        new(check.Line($"{field}.name", teacher?.Name, Longest), check.OptionalLine($"{field}.title", teacher?.Title, Longest));
}

public sealed record LessonRequest(int? Session, TextRequest? Subject, TextRequest? Preparation = null)
{
    public const int Most = 200;
    private const int Longest = 500;

    public static Lesson Parse(Validation check, string field, LessonRequest? topic, int sessions)
    {
        check.Check(topic?.Session >= 1 && topic.Session <= sessions, $"{field}.session", "is no session of the training");
        return new Lesson(
            topic?.Session ?? 0,
            TextRequest.ParseLine(check, $"{field}.subject", topic?.Subject, Longest),
            topic?.Preparation is null ? null : TextRequest.Parse(check, $"{field}.preparation", topic.Preparation, Longest)
        );
    }
}

public sealed record MaterialRequest(TextRequest? Title, MaterialKind? Kind, string? Ref)
{
    public const int Most = 50;
    private const int LongestTitle = 120;
    private const int LongestLink = 1000;

    public static Material Parse(Validation check, string field, MaterialRequest? material)
    {
        var title = TextRequest.ParseLine(check, $"{field}.title", material?.Title, LongestTitle);
        var target = check.Line($"{field}.ref", material?.Ref, LongestLink);
        check.Check(
            material?.Kind is MaterialKind.Video or MaterialKind.Article or MaterialKind.Link,
            $"{field}.kind",
            "must be video, article or link"
        );
        check.Check(
            material?.Kind == MaterialKind.Link
                ? Uri.TryCreate(target, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps
                : TableKey.IsValid(target),
            $"{field}.ref",
            material?.Kind == MaterialKind.Link ? "must begin with https://" : "is no id"
        );
        return new Material(title, material?.Kind ?? default, target);
    }
}
