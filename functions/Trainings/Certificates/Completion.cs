using EStation.Regions;

namespace EStation.Trainings.Certificates;

/// <summary>Somebody has completed a training, with so many hours, and has a certificate.</summary>
public sealed record Completion(string Person, RegionCode Venue, Audience Audience, Day Day, int Hours);
