using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Identity;

/// <summary>Claims that only we can have written: a JSON Web Token, signed with HMAC-SHA-256, the key's id in its header.</summary>
public sealed class Seals
{
    // Times are checked by who reads the claims, against the injected clock.
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

    /// <summary>The same claims in the same order give the same seal.</summary>
    public string Seal(IDictionary<string, object> claims) =>
        Handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = current });

    /// <summary>The claims, when the seal is one of ours and untouched.</summary>
    public async Task<JsonWebToken?> OpenAsync(string sealedText)
    {
        var result = await Handler.ValidateTokenAsync(sealedText, parameters);
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }
}
