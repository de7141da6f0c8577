using EStation.Regions;

namespace EStation.Trainings.Certificates;

/// <param name="Hours">Attended.</param>
/// <param name="Number">Begins with the county of its ledger; the rest derives from a secret, so that it cannot be guessed or
/// forged.</param>
public sealed record Certificate(
    string Number,
    string Training,
    string Person,
    string Holder,
    Programme Programme,
    Text Title,
    RegionCode Village,
    double Hours,
    Day IssuedOn,
    DateTimeOffset? RevokedAt,
    string? Reason
)
{
    public bool Valid => RevokedAt is null;
}
