namespace EStation.Http;

/// <summary>A body as it is sent.</summary>
/// <param name="Encoding">The content encoding; null where compression saves nothing, or the client takes none.</param>
/// <param name="Varies">Whether other clients get other bytes.</param>
public sealed record EncodedBody(string? Encoding, byte[] Bytes, bool Varies);
