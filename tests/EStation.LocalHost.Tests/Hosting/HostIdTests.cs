using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

public sealed class HostIdTests
{
    [Fact]
    public void One_folder_on_one_machine_is_one_host_and_another_folder_another()
    {
        Assert.Equal(Of("/app"), Of("/app/"));
        Assert.NotEqual(Of("/app"), Of("/other"));
        Assert.Equal(Of("/app"), Of("/elsewhere", Of("/app")));
    }

    [Theory]
    [InlineData("station-1")]
    [InlineData("a")]
    public void The_setting_decides(string id) => Assert.Equal(id, Of("/app", id));

    [Theory]
    [InlineData("")]
    [InlineData("Station")]
    [InlineData("-station")]
    [InlineData("station--1")]
    [InlineData("a-name-that-is-longer-than-storage-allows")]
    public void A_setting_that_is_no_host_id_stops_the_start(string id) => Assert.Throws<StartFailure>(() => Of("/app", id));

    private static string Of(string folder, string? setting = null)
    {
        var values = setting is null ? [] : new Dictionary<string, string?> { ["AzureFunctionsWebHost:hostid"] = setting };
        return HostId.Of(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), folder);
    }
}
