using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Identity;

/// <summary>Signed claims: a JSON Web Token with HMAC-SHA-256 and the key's id in its header.</summary>
public sealed class Seals
{
    // The readers of claims check times against the injected clock.
    private static readonly JsonWebTokenHandler Handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
        MapInboundClaims = false,
        MaximumTokenSizeInBytes = 4096,
    };

    private readonly SigningCredentials current;
    private readonly TokenValidationParameters parameters;

    public Seals(KeyRing keys)
    {
        var all = keys.Keys.Select(key => new SymmetricSecurityKey(key.Bytes) { KeyId = key.Id }).ToList();
        current = new SigningCredentials(all[0], SecurityAlgorithms.HmacSha256);
        parameters = new TokenValidationParameters
        {
            IssuerSigningKeys = all,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        };
    }

    /// <summary>Deterministic for the same claims in the same order.</summary>
    public string Seal(IDictionary<string, object> claims) =>
        Handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = current });

    /// <summary>Returns null when the signature is not valid.</summary>
    public async Task<JsonWebToken?> OpenAsync(string sealedText)
    {
        var result = await Handler.ValidateTokenAsync(sealedText, parameters);
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }
}
