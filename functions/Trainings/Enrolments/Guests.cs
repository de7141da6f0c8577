using EStation.Identity;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Trainings.Enrolments;

/// <summary>People signed up by others. A guest belongs to the caller who made it, not to the owner of the phone, so two callers make two
/// guests of one phone. They end when the owner acts.</summary>
public static class Guests
{
    private const int Bytes = 16;

    /// <summary>An id of the same form as a person's, so that it does not reveal a guest.</summary>
    public static string IdOf(Key key, string training, string by, Phone phone) =>
        Base64UrlEncoder.Encode(key.Hash($"guest|{training}|{by}|{phone.E164}")[..Bytes]);
}
