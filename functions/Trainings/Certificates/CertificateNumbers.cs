using EStation.Identity;

namespace EStation.Trainings;

/// <summary>
/// Numbers of certificates: the county, then 120 bits that follow from training, person and a secret, without letters that are mistaken for
/// digits.
/// </summary>
public sealed class CertificateNumbers(Secrets secrets)
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
    private const int Length = 24;
    private const int Group = 8;

    public string Of(string training, string person)
    {
        var hash = secrets.Certificates.Current.Hash($"{training}|{person}");
        var code = string.Concat(Enumerable.Range(0, Length).Select(at => Letters[hash[at] % Letters.Length])); // 32 divides 256: no letter is likelier
        return string.Join('-', code.Chunk(Group).Select(part => new string(part)).Prepend(TrainingKeys.CountyOf(training).Value));
    }
}
