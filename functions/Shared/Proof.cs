namespace EStation;

/// <summary>Work that is asked for: an answer so that SHA-256(nonce + answer) begins with so many zero bits.</summary>
public sealed record Proof(string Nonce, int Bits);
