using EStation.Identity;

namespace EStation.Trainings.Certificates;

/// <summary>
/// Numbers of certificates: the county's 6 digits, then 50 bits that follow from training, person and a secret, in 10 letters that nobody
/// mistakes for one another. A person can type all 16.
/// </summary>
public sealed class CertificateNumbers(Secrets secrets)
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
    private const int Length = 10;
    private const int County = 6;

    public string Of(string training, string person)
    {
        var hash = secrets.Certificates.Current.Hash($"{training}|{person}");
        var code = string.Concat(Enumerable.Range(0, Length).Select(at => Letters[hash[at] % Letters.Length])); // 32 divides 256: no letter is likelier
        return TrainingKeys.CountyOf(training).Value + code;
    }

    /// <summary>The number as a person reads and types it: in small letters, with spaces and hyphens, O for 0, I or L for 1.</summary>
    public static string Read(string typed) =>
        string.Concat(
            Characters
                .Narrow(typed)
                .ToUpperInvariant()
                .Where(char.IsAsciiLetterOrDigit)
                .Select(letter =>
                    letter switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        _ => letter,
                    }
                )
        );

    /// <summary>In groups, to be read.</summary>
    public static string Spaced(string number) =>
        number.Length == County + Length
            ? $"{number[..County]} {number[County..(County + (Length / 2))]} {number[(County + (Length / 2))..]}"
            : number;
}
