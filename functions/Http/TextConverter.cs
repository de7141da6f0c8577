using System.Text.Json;
using System.Text.Json.Serialization;

namespace EStation.Http;

public sealed class TextConverter(Language language) : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.In(language));
}
