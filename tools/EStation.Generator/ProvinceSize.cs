namespace EStation.Generator;

/// <summary>How large a year of the province is made; the same size and seed give the same year.</summary>
/// <param name="Facts">Of all kinds together, two thirds of them registrations and attempts.</param>
internal sealed record ProvinceSize(int Facts, int Counties = 60, int Towns = 1_000, int VillagesOfTown = 5, int Year = 2026, int Seed = 1);
