using EStation.Regions;

namespace EStation.Trainings.Certificates;

/// <summary>What somebody holds who has completed a training.</summary>
/// <param name="Number">Begins with the county in whose ledger it is; the rest follows from a secret and can be neither guessed nor
/// made.</param>
/// <param name="Person">The holder, by id.</param>
/// <param name="Village">The venue's.</param>
public sealed record Certificate(
    string Number,
    string Training,
    string Person,
    string Holder,
    Programme Programme,
    Text Title,
    RegionCode Village,
    int Hours,
    Day IssuedOn,
    DateTimeOffset? RevokedAt,
    string? Reason
)
{
    public bool Valid => RevokedAt is null;
}
