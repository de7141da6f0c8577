namespace EStation.Http;

/// <summary>Collects the errors of a request by field.</summary>
public sealed class Validation
{
    private static readonly char[] LineBreaks = ['\n', '\u2028', '\u2029']; // others are control characters

    private readonly Dictionary<string, string[]> errors = [];

    public Result<T> Or<T>(Func<T> value)
        where T : notnull => errors.Count > 0 ? Refusal.Invalid(errors) : value();

    public void Refuse(string field, string reason) => errors.TryAdd(field, [reason]);

    public void Check(bool holds, string field, string reason)
    {
        if (!holds)
            Refuse(field, reason);
    }

    public string Text(string field, string? value, int most)
    {
        if (OptionalText(field, value, most) is { } text)
            return text;
        Refuse(field, "is missing");
        return "";
    }

    /// <summary>Trims the text; returns null when it is empty.</summary>
    public string? OptionalText(string field, string? value, int most)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        Check(text.Length <= most, field, $"is longer than {most} characters");
        Check(Characters.IsVisible(text), field, "has nothing that can be seen");
        Check(!text.EnumerateRunes().Any(Characters.IsForbidden), field, "has characters that no text needs");
        Check(!text.Any(character => char.IsControl(character) && character != '\n'), field, "has control characters");
        Check(IsWellFormed(text), field, "is no valid text");
        return text;
    }

    public string Line(string field, string? value, int most)
    {
        var text = Text(field, value, most);
        Check(text.IndexOfAny(LineBreaks) < 0, field, "has a line break");
        return text;
    }

    public string? OptionalLine(string field, string? value, int most)
    {
        var text = OptionalText(field, value, most);
        Check(text is null || text.IndexOfAny(LineBreaks) < 0, field, "has a line break");
        return text;
    }

    public T OneOf<T>(string field, string? value)
        where T : struct, Enum
    {
        var known = EnumNames<T>.Find(value);
        Check(known is not null, field, value is null ? "is missing" : $"must be one of {EnumNames<T>.All}");
        return known ?? default;
    }

    /// <summary>Limited to years in which date arithmetic does not overflow.</summary>
    public DateTimeOffset Instant(string field, DateTimeOffset? value)
    {
        const int First = 2000;
        const int Last = 2199;
        if (value is { Year: >= First and <= Last } instant)
            return instant;
        Refuse(field, value is null ? "is missing" : $"must be between the years {First} and {Last}");
        return new DateTimeOffset(First, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    public T Parsed<T>(string field, string? value, string reason)
        where T : struct, IParsable<T>
    {
        if (T.TryParse(value, null, out var parsed))
            return parsed;
        Refuse(field, value is null ? "is missing" : reason);
        return default;
    }

    // Storage and JSON reject half a surrogate pair.
    private static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0; )
        {
            if (System.Text.Rune.DecodeFromUtf16(rest, out _, out var used) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[used..];
        }

        return true;
    }
}
