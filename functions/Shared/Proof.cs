namespace EStation;

/// <summary>Proof of work: an answer such that SHA-256(nonce + answer) begins with this many zero bits.</summary>
public sealed record Proof(string Nonce, int Bits)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
}
