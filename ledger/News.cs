using System.Text.Json;
using System.Text.Json.Serialization;

namespace EStation.Ledger;

/// <summary>The news of a record. Both are stored in one transaction; the fold then adds the news to the totals. A kind of news is a record
/// with <see cref="NewsKindAttribute"/> that is registered by <see cref="LedgerModule.AddNews{T}"/>.</summary>
public abstract record News
{
    [JsonPropertyName(NewsKinds.Discriminator), JsonPropertyOrder(-1)]
    public string Kind => NewsKinds.KindOf(GetType());

    public abstract IEnumerable<Cell> Cells();

    internal byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, GetType(), NewsKinds.Json);
}
