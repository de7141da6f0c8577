using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests;

/// <summary>Contests with rules of a test's own, over the seeds' questions.</summary>
internal static class OwnContests
{
    public static async Task<string> PublishAsync(TestHost host, string id, Func<Contest, Contest> rules)
    {
        var seeds = (await host.Get<ContestTable>().FindAsync(Farmer.Contest))!;
        await host.Get<ContestTable>().PublishAsync(seeds with { Rules = rules(seeds.Rules with { Id = id }) });
        return id;
    }

    /// <summary>Three attempts a day.</summary>
    public static Task<string> PublishAsync(TestHost host) => PublishAsync(host, "three", rules => rules with { AttemptsPerDay = 3 });

    public static Task<string> PublishAsync(TestHost host, RegionCode region, DateTimeOffset opensAt, DateTimeOffset closesAt) =>
        PublishAsync(host, "own", rules => rules with { Region = region, OpensAt = opensAt, ClosesAt = closesAt });
}
