using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Identity;

/// <summary>Pseudonyms of people, different in each scope (a training, the audit), so that they cannot be joined.</summary>
/// <remarks>A synthetic IV: a keyed hash of scope and person, then the id under a key stream derived from it.</remarks>
public sealed class Pseudonyms(Secrets secrets)
{
    private const int HashBytes = 8;
    private const int LongestId = 32;

    public string Of(string person, string scope) => Of(person, scope, secrets.Pseudonyms.Current);

    /// <summary>Returns null when the pseudonym is not valid in the scope.</summary>
    public string? PersonOf(string pseudonym, string scope)
    {
        byte[] bytes;
        try
        {
            bytes = Base64UrlEncoder.DecodeBytes(pseudonym);
        }
        catch (FormatException)
        {
            return null;
        }

        return bytes.Length is <= HashBytes or > HashBytes + LongestId
            ? null
            : secrets
                .Pseudonyms.Keys.Select(key =>
                    (Key: key, Person: Encoding.UTF8.GetString(Crypt(bytes[HashBytes..], bytes[..HashBytes], key)))
                )
                .FirstOrDefault(found => Of(found.Person, scope, found.Key) == pseudonym)
                .Person;
    }

    public bool Names(string pseudonym, string person, string scope) => PersonOf(pseudonym, scope) == person;

    private static string Of(string person, string scope, Key key)
    {
        var id = Encoding.UTF8.GetBytes(person);
        if (id.Length > LongestId)
            return "";
        var hash = key.Hash($"{scope}|{person}")[..HashBytes];
        return Base64UrlEncoder.Encode([.. hash, .. Crypt(id, hash, key)]);
    }

    private static byte[] Crypt(byte[] text, byte[] hash, Key key)
    {
        var stream = key.Hash([.. "stream"u8, .. hash]);
        return [.. text.Zip(stream, (one, other) => (byte)(one ^ other))];
    }
}
