using System.Text.Json;
using System.Text.Json.Serialization;
using EStation.Contests;
using EStation.People;
using EStation.Regions;

namespace EStation.Ledger;

/// <summary>
/// What has happened, told to the totals. It is stored in one transaction with the record it tells of, and carries the place, the audience and
/// the day as they were at that moment, so that nothing that changes later can change what was counted.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "news")]
[JsonDerivedType(typeof(PersonRegistered), "registered")]
[JsonDerivedType(typeof(AttemptCounted), "attempt")]
internal abstract record News(RegionCode Village, Audience Audience, Day Day)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>The cells of the totals that this is added into.</summary>
    [JsonIgnore]
    public abstract IEnumerable<Cell> Cells { get; }

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static IReadOnlyList<News> ReadMany(BinaryData packed) => packed.ToObjectFromJson<IReadOnlyList<News>>(Json) ?? [];
}
