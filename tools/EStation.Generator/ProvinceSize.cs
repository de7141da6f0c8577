namespace EStation.Generator;

/// <summary>The size of a year of the province; the same size and seed give the same year.</summary>
/// <param name="Facts">All kinds together; two thirds are registrations and attempts.</param>
internal sealed record ProvinceSize(int Facts, int Counties = 60, int Towns = 1_000, int VillagesOfTown = 5, int Year = 2026, int Seed = 1);
