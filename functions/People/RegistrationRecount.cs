using EStation.Counting;
using EStation.Regions;

namespace EStation.People;

public sealed class RegistrationRecount(Registrations registrations) : IRecount
{
    public IReadOnlySet<Metric> Metrics { get; } = new HashSet<Metric> { Metric.PeopleRegistered };

    public async IAsyncEnumerable<Counted> CountAsync(RegionCode county)
    {
        await foreach (var person in registrations.ReadAllAsync(county))
            yield return new Counted(person.Village, person.Day, person.Audience, Metric.PeopleRegistered, 1);
    }
}
