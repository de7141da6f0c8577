using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

public sealed class SettingNamesTests
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder()
        .AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Minutes"] = "*/5",
                ["Timer:Hours"] = "2",
                ["Nested"] = "%Minutes%",
                ["Empty"] = "",
            }
        )
        .Build();

    [Theory]
    [InlineData("0 * * * * *", "0 * * * * *")]
    [InlineData("0 %Minutes% %Timer:Hours% * * *", "0 */5 2 * * *")]
    [InlineData("%Nested%", "%Minutes%")]
    [InlineData("%Empty%", "")]
    public void Every_name_is_replaced_once(string text, string expected) => Assert.Equal(expected, SettingNames.Expand(text, Settings));

    [Theory]
    [InlineData("%TickSchedule%", "'%TickSchedule%' does not resolve to a value.")]
    [InlineData("0 %Minutes * * * *", "not closed")]
    public void A_name_without_a_setting_is_an_error(string text, string because) =>
        Assert.Contains(
            because,
            Assert.Throws<ArgumentException>(() => SettingNames.Expand(text, Settings)).Message,
            StringComparison.Ordinal
        );
}
