using EStation.LocalHost.Worker;

namespace EStation.LocalHost;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Values_of_the_file_are_settings_with_sections()
    {
        Write("""{ "IsEncrypted": false, "Values": { "Plain": "1", "Section__Key": "2", "Messages:Outlet": "local" } }""");
        var settings = SettingsConfiguration.Build(new HostSetup { Worker = new AttachedWorker(), ContentRoot = folder.Path });

        Assert.Equal("1", settings["Plain"]);
        Assert.Equal("2", settings["Section:Key"]);
        Assert.Equal("2", settings.GetSection("Section")["Key"]);
        Assert.Equal("local", settings["messages:outlet"]);
    }

    [Fact]
    public void The_environment_wins_over_the_file_and_a_test_over_both()
    {
        var name = $"EStationTest{Guid.NewGuid():N}";
        Write($$"""{ "Values": { "{{name}}__Both": "file", "{{name}}__File": "file", "{{name}}__All": "file" } }""");
        Environment.SetEnvironmentVariable($"{name}__Both", "environment");
        Environment.SetEnvironmentVariable($"{name}__All", "environment");
        var own = new Dictionary<string, string?> { [$"{name}:All"] = "test" };
        var settings = SettingsConfiguration.Build(
            new HostSetup
            {
                Worker = new AttachedWorker(),
                ContentRoot = folder.Path,
                Settings = own,
            }
        );

        Assert.Equal("environment", settings[$"{name}:Both"]);
        Assert.Equal("file", settings[$"{name}:File"]);
        Assert.Equal("test", settings[$"{name}:All"]);
    }

    [Fact]
    public void Without_the_file_there_is_the_environment() =>
        Assert.NotNull(SettingsConfiguration.Build(new HostSetup { Worker = new AttachedWorker(), ContentRoot = folder.Path })["PATH"]);

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "must be an object")]
    [InlineData("""{ "IsEncrypted": true }""", "IsEncrypted")]
    [InlineData("""{ "Values": { "Number": 1 } }""", "Number")]
    [InlineData("""{ "Host": { "LocalHttpPort": 1 } }""", "Host")]
    public void A_file_that_cannot_be_taken_as_it_is_stops_the_start(string json, string because)
    {
        Write(json);
        var failure = Assert.Throws<StartFailure>(() =>
            SettingsConfiguration.Build(new HostSetup { Worker = new AttachedWorker(), ContentRoot = folder.Path })
        );

        Assert.Contains(because, failure.Message, StringComparison.Ordinal);
    }

    private void Write(string json) => File.WriteAllText(folder.File("local.settings.json"), json);
}
