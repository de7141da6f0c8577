using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>An attempt on a bad line: what was handed in arrives once, and the page never claims what is not so.</summary>
public class LosingTheNetworkTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task Network_off_battery_flat_network_on_and_the_answers_arrive_once()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var profile = Directory.CreateTempSubdirectory("phone-").FullName;
        await using (var phone = await browser.PhoneOfItsOwnAsync(host.Http.BaseAddress!, profile))
        {
            var page = await phone.NewPageAsync();
            await page.GotoAsync("/");
            await page.SignInAsync(host, farmer.Phone);
            await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => 0)");
        }

        var flat = await browser.PhoneOfItsOwnAsync(host.Http.BaseAddress!, profile); // killed below: nothing is left to dispose of
        var sat = await flat.NewPageAsync();
        await sat.SitAsync(answers: 2);
        await flat.SetOfflineAsync(true);
        await sat.Button("下一题").ClickAsync();
        await sat.Options().First.CheckAsync();
        await Assertions.Expect(sat.GetByText(Steps.Kept)).ToBeVisibleAsync();
        await sat.HandInAnywayAsync();
        await Assertions.Expect(sat.GetByText(Steps.NoReceipt)).ToBeVisibleAsync();
        await Assertions.Expect(sat.Receipt()).ToHaveCountAsync(0);
        await sat.HasNoViolationsAsync();
        Browser.Kill(profile);

        Assert.Equal(0, (await farmer.StoredAsync(host)).Submitted);
        await using (var phone = await browser.PhoneOfItsOwnAsync(host.Http.BaseAddress!, profile))
        {
            await phone.SetOfflineAsync(true);
            var page = await phone.NewPageAsync();
            await page.GotoAsync(Steps.List);
            await Assertions.Expect(page.GetByText(Steps.NoReceipt)).ToBeVisibleAsync();
            await phone.SetOfflineAsync(false);
            await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        }

        Assert.Equal((1, 3, 1), await farmer.StoredAsync(host));
        Directory.Delete(profile, recursive: true);
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_not_claimed_and_repeating_tells()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        var lost = 0;
        await page.RouteAsync(
            "**/attempts/*",
            async route =>
            {
                if (Interlocked.Increment(ref lost) > 1)
                {
                    await route.ContinueAsync();
                    return;
                }

                await route.FetchAsync(); // it has arrived, and the line breaks
                await route.AbortAsync();
            }
        );
        await page.SitAsync(answers: 1);
        await page.HandInAnywayAsync();
        await Assertions.Expect(page.GetByText(Steps.NoReceipt)).ToBeVisibleAsync();
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        Assert.Equal((1, 1, 1), await farmer.StoredAsync(host));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_server_that_is_busy_is_called_so_and_asked_again(int status)
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        var busy = 2; // once when starting, once when handing in
        await page.RouteAsync(
            "**/attempts**",
            async route =>
            {
                if (Interlocked.Decrement(ref busy) is 1 or -1)
                    await route.FulfillAsync(
                        new()
                        {
                            Status = status,
                            Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
                        }
                    );
                else
                    await route.ContinueAsync();
            }
        );
        await page.GotoAsync(Steps.Attempt);
        await Assertions.Expect(page.GetByText("现在人多，请稍后再试。")).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
        await page.Button("再试一次").ClickAsync();
        await page.Options().First.CheckAsync();
        await page.HandInAnywayAsync();
        await Assertions.Expect(page.GetByText($"现在人多，{Steps.NoReceipt}")).ToBeVisibleAsync();
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        Assert.Equal((1, 1, 1), await farmer.StoredAsync(host));
    }

    [Fact]
    public async Task A_token_that_expired_meanwhile_costs_no_answer()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.SitAsync(answers: 2);
        await page.EvaluateAsync("() => localStorage.setItem('estation.token', 'worn out')");
        await page.HandInAnywayAsync();
        await Assertions.Expect(page.GetByText("没交完的答卷还在这部手机上")).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
        await page.SignInHereAsync(host, farmer.Phone);
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        Assert.Equal((1, 2, 1), await farmer.StoredAsync(host));
    }
}
