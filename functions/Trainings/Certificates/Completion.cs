using EStation.Regions;

namespace EStation.Trainings.Certificates;

public sealed record Completion(string Person, RegionCode Venue, Audience Audience, Day Day, int Hours);
