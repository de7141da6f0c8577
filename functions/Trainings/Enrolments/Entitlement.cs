using EStation.People;
using EStation.Regions;

namespace EStation.Trainings.Enrolments;

/// <summary>The reserved shares that somebody qualifies for, by their order in the training.</summary>
public sealed record Entitlement(IReadOnlyList<int> Shares)
{
    public static readonly Entitlement None = new([]);

    /// <summary>By what is declared; what is not said counts for nothing.</summary>
    public static Entitlement Of(Training training, Profile profile, RegionCode? village) =>
        new([
            .. (training.Reserved ?? [])
                .Index()
                .Where(one => !one.Item.Audience.RefusedBy(profile, village, training.FirstDay.Date.Year, vouched: false).Any())
                .Select(one => one.Index),
        ]);

    public bool Has(int share) => Shares.Contains(share);
}
