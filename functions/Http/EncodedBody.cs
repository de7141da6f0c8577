namespace EStation.Http;

/// <param name="Encoding">Null where compression saves nothing or the client accepts none.</param>
/// <param name="Varies">True when other clients get other bytes.</param>
public sealed record EncodedBody(string? Encoding, byte[] Bytes, bool Varies);
