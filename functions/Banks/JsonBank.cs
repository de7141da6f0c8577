using System.Text.Json;
using EStation.Http;

namespace EStation.Banks;

/// <summary>Questions as JSON: <c>{ "questions": [ … ] }</c>, each as in <c>seeds/question-bank</c>.</summary>
public static class JsonBank
{
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 };

    public static IEnumerable<RawQuestion> Read(byte[] file, ImportNotes notes)
    {
        var questions = new List<RawQuestion>();
        ReadOnlySpan<byte> text = file.AsSpan().StartsWith("\ufeff"u8) ? file.AsSpan(3) : file;
        var reader = new Utf8JsonReader(text, Reading);
        try
        {
            if (!ReadToQuestions(ref reader))
            {
                notes.Refuse(1, "the file must be an object with an array 'questions'");
                return questions;
            }

            for (
                var (line, counted) = (1, 0);
                reader.Read()
                    && reader.TokenType != JsonTokenType.EndArray
                    && questions.Count <= BankImport.MostQuestions
                    && notes.GoesOn();

            )
            {
                var start = (int)reader.TokenStartIndex;
                line += text[counted..start].Count((byte)'\n');
                counted = start;
                if (ReadQuestion(ref reader, text, line, notes) is { } question)
                    questions.Add(question);
            }

            while (notes.GoesOn() && reader.Read())
            {
                // Read to the end: the rest must be valid JSON too.
            }
        }
        catch (JsonException broken)
        {
            notes.Refuse((int)(broken.LineNumber ?? 0) + 1, "is not valid JSON");
        }

        return questions;
    }

    private static bool ReadToQuestions(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isList = reader.ValueTextEquals("questions"u8);
            if (!reader.Read())
                return false;
            if (isList)
                return reader.TokenType == JsonTokenType.StartArray;
            reader.Skip();
        }

        return false;
    }

    private static RawQuestion? ReadQuestion(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, int line, ImportNotes notes)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        try
        {
            return JsonSerializer.Deserialize<JsonQuestion>(text[start..(int)reader.BytesConsumed], Json.Requests)?.At(line)
                ?? Refused(notes, line, "is null");
        }
        catch (JsonException wrong)
        {
            return Refused(
                notes,
                line + (int)(wrong.LineNumber ?? 0),
                wrong.Path is { Length: > 2 } path ? $"{path[2..]} is of the wrong type" : "is no question"
            );
        }
    }

    private static RawQuestion? Refused(ImportNotes notes, int line, string reason)
    {
        notes.Refuse(line, reason);
        return null;
    }

    private sealed record JsonQuestion(
        string? Id,
        string? Category,
        string? Pool,
        string? Kind,
        JsonText? Text,
        IReadOnlyList<JsonOption?>? Options,
        JsonText? Explanation,
        string? Source
    )
    {
        public RawQuestion At(int line) =>
            new(
                line,
                JsonText.Of(Text),
                [.. (Options ?? []).Select(option => new RawOption(JsonText.Of(option?.Text), option?.Right ?? false, option?.Id))],
                Kind,
                Id,
                Category,
                Pool,
                Explanation is null ? null : JsonText.Of(Explanation),
                Source
            );
    }

    private sealed record JsonOption(string? Id, JsonText? Text, bool? Right);

    private sealed record JsonText(string? Zh, string? Ko, string? Mn, string? En)
    {
        public static Text Of(JsonText? text) => new(text?.Zh ?? "", text?.Ko, text?.Mn, text?.En);
    }
}
