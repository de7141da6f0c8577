using Microsoft.AspNetCore.Http;

namespace EStation.Http;

public static class Query
{
    public static string? Text(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    public static T? Enum<T>(HttpRequest request, string name, Validation check)
        where T : struct, Enum
    {
        if (Text(request, name) is not { } text)
            return null;
        var value = EnumNames<T>.Find(text);
        check.Check(value is not null, name, $"must be one of {EnumNames<T>.All}");
        return value;
    }

    /// <summary>Returns null when the value is absent or refused.</summary>
    public static T? Parsed<T>(HttpRequest request, string name, Validation check)
        where T : struct, IParsable<T>
    {
        if (Text(request, name) is not { } text)
            return null;
        if (T.TryParse(text, null, out var value))
            return value;
        check.Refuse(name, "is not valid");
        return null;
    }

    public static int Number(HttpRequest request, string name, int whenAbsent, int most, Validation check)
    {
        if (Text(request, name) is not { } text)
            return whenAbsent;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) && number >= 1 && number <= most)
            return number;
        check.Refuse(name, $"must be between 1 and {most}");
        return whenAbsent;
    }
}
