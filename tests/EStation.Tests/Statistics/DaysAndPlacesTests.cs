using EStation.Testing;

namespace EStation.Statistics;

/// <summary>To which day and to which place something counts.</summary>
public class DaysAndPlacesTests(TestStorage storage)
{
    private const string Home = "220102001001";

    [Fact]
    public async Task A_day_ends_at_midnight_in_Shanghai_and_so_do_a_leap_day_and_a_year()
    {
        await using var host = await TestHost.StartAsync(storage);
        await Facts.StoreAsync(
            host,
            Facts.Registration(Home, "2026-11-23T15:59:59.999Z"),
            Facts.Registration(Home, "2026-11-23T16:00:00Z"),
            Facts.Registration(Home, "2028-02-28T16:00:00Z"),
            Facts.Registration(Home, "2028-02-29T15:59:59Z"),
            Facts.Registration(Home, "2028-02-29T16:00:00Z"),
            Facts.Registration(Home, "2026-12-31T15:59:59Z"),
            Facts.Registration(Home, "2026-12-31T16:00:00Z")
        );
        await host.RollUpAsync();
        foreach (var region in new[] { "22", "2201", "220102", "220102001", Home })
        {
            Assert.Equal(
                (1, 1),
                (await Facts.RegisteredAsync(host, region, "2026-11-23"), await Facts.RegisteredAsync(host, region, "2026-11-24"))
            );
            Assert.Equal(
                (2, 1),
                (await Facts.RegisteredAsync(host, region, "2028-02-29"), await Facts.RegisteredAsync(host, region, "2028-03-01"))
            );
            Assert.Equal(
                (1, 1),
                (await Facts.RegisteredAsync(host, region, "2026-12-31"), await Facts.RegisteredAsync(host, region, "2027-01-01"))
            );
            Assert.Equal(
                (2, 1, 3),
                (
                    await Facts.RegisteredAsync(host, region, "2026-11"),
                    await Facts.RegisteredAsync(host, region, "2026-12"),
                    await Facts.RegisteredAsync(host, region, "2026")
                )
            );
            Assert.Equal(
                (2, 1, 3),
                (
                    await Facts.RegisteredAsync(host, region, "2028-02"),
                    await Facts.RegisteredAsync(host, region, "2028-03"),
                    await Facts.RegisteredAsync(host, region, "2028")
                )
            );
        }
    }

    [Fact]
    public async Task What_is_told_40_days_late_changes_its_own_day_and_everything_above()
    {
        await using var host = await TestHost.StartAsync(storage);
        await Facts.StoreAsync(host, Facts.Registration(Home, "2027-01-15T04:00:00Z"));
        await host.RollUpAsync();
        await Facts.StoreAsync(host, Facts.Registration(Home, "2026-12-06T04:00:00Z"));
        await host.RollUpAsync();
        foreach (var region in new[] { "22", "2201", "220102", "220102001", Home })
        {
            Assert.Equal(
                (1, 1, 1),
                (
                    await Facts.RegisteredAsync(host, region, "2026-12-06"),
                    await Facts.RegisteredAsync(host, region, "2026-12"),
                    await Facts.RegisteredAsync(host, region, "2026")
                )
            );
            Assert.Equal(
                (1, 1, 1),
                (
                    await Facts.RegisteredAsync(host, region, "2027-01-15"),
                    await Facts.RegisteredAsync(host, region, "2027-01"),
                    await Facts.RegisteredAsync(host, region, "2027")
                )
            );
        }
    }

    [Fact]
    public async Task Who_moved_in_July_counts_at_the_new_place_though_kept_in_the_old_countys_ledger()
    {
        const string NewHome = "220202001001";
        await using var host = await TestHost.StartAsync(storage);
        await Facts.StoreAsync(host, Facts.Registration(NewHome, "2026-08-01T04:00:00Z"));
        await host.RollUpAsync();
        await Facts.StoreAsync(host, Facts.Registration(NewHome, "2026-08-01T05:00:00Z", county: "220102"));
        await host.RollUpAsync();
        Assert.Equal(2, await Facts.RegisteredAsync(host, NewHome, "2026-08-01"));
        Assert.Equal((2, 0), (await Facts.RegisteredAsync(host, "2202", "2026"), await Facts.RegisteredAsync(host, "2201", "2026")));

        // The next one at home finds the mover's ledger still added in.
        await Facts.StoreAsync(host, Facts.Registration(NewHome, "2026-08-01T06:00:00Z"));
        await host.RollUpAsync();
        Assert.Equal(3, await Facts.RegisteredAsync(host, "22", "2026-08"));
    }
}
