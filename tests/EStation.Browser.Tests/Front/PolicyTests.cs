using EStation.Browsing;
using EStation.Testing;

namespace EStation.Front;

/// <summary>The policy of the pages in a real browser; every test of a page fails on a complaint.</summary>
public class PolicyTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("const script = document.createElement('script'); script.textContent = 'document.title = 1'; document.body.append(script)")]
    [InlineData("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')")]
    [InlineData("new Image().src = 'https://example.org/a.png'")]
    [InlineData("fetch('https://example.org/').catch(() => 0)")]
    public async Task What_it_forbids_is_refused_and_noticed(string forbidden)
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/");
        await page.RunAndWaitForConsoleMessageAsync(
            () => page.EvaluateAsync($"() => {{ {forbidden} }}"),
            new() { Predicate = message => message.Text.Contains("Content Security Policy", StringComparison.Ordinal) }
        );
        await Assert.ThrowsAnyAsync<Exception>(page.HasNoViolationsAsync);
    }
}
