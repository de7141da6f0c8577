using EStation.Identity;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Trainings.Enrolments;

/// <summary>
/// People whom others have signed up. A guest belongs to who signed up, not to the owner of the phone: the same person signed up by two
/// callers is two guests. When the owner acts, the guests of the phone end.
/// </summary>
public static class Guests
{
    private const int Bytes = 16;

    /// <summary>It looks as a person's does, so that nothing tells a guest from a person.</summary>
    public static string IdOf(Key key, string training, string by, Phone phone) =>
        Base64UrlEncoder.Encode(key.Hash($"guest|{training}|{by}|{phone.E164}")[..Bytes]);
}
