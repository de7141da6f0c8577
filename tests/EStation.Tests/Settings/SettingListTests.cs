using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace EStation.Settings;

public class SettingListTests
{
    [Fact]
    public void What_the_app_reads_is_on_the_list_and_the_rest_is_not()
    {
        var read = Reader(Enough);
        foreach (var options in Options())
            options.Invoke(null, [read]);
        ScheduleSettings.Check(read);
        Assert.Equal(
            SettingList.All.Where(setting => setting.ReadBy == ReadBy.App).Select(setting => setting.Name).Order(StringComparer.Ordinal),
            read.Asked
        );
    }

    [Fact]
    public void What_developers_set_is_on_the_list()
    {
        var values = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.json")))!["Values"]!.AsObject();
        Assert.All(values, value => Assert.Contains(SettingList.All, setting => setting.IsNamed(value.Key)));
    }

    [Theory]
    [InlineData("Storage:TableServiceUri", null, "AzureWebJobsStorage")]
    [InlineData("Storage:BlobServiceUri", null, "Storage:BlobServiceUri")]
    [InlineData("Backups:BlobServiceUri", null, "Backups:BlobServiceUri")]
    [InlineData("Messages:Headers:0:Name", "X-Key", "Messages:Headers")]
    [InlineData("Secrets:Master", null, "Secrets:Master")]
    [InlineData("Secrets:Master", "@Microsoft.KeyVault(SecretUri=https://vault/secrets/master/)", "Secrets:Master")]
    [InlineData("RollUpSchedule", null, "RollUpSchedule")]
    [InlineData("RollUpSchedule", "* * * * *", "RollUpSchedule")]
    [InlineData("RollUpSchedule", "every minute", "RollUpSchedule")]
    [InlineData("Storage:Accounts:220", "https://two.table.example", null)]
    [InlineData("Storage:Accounts:Jilin", "https://two.table.example", "Storage:Accounts:Jilin")]
    [InlineData("SignIn:MessagesPerDay", "0", "SignIn:MessagesPerDay")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "IngestionEndpoint=https://example", "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId=1", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING")]
    public void The_app_starts_with_right_settings_only_and_names_the_wrong_one(string name, string? value, string? blamed)
    {
        var wrong = Record.Exception(() => ReadAll(new Dictionary<string, string?>(Enough) { [name] = value }));
        if (blamed is null)
            Assert.Null(wrong);
        else
            Assert.StartsWith($"Setting '{blamed}'", Assert.IsType<SettingException>(wrong).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_is_named_by_its_children()
    {
        var accounts = SettingList.All.Single(setting => setting.Name == "Storage:Accounts:*");
        Assert.True(accounts.IsNamed("Storage__Accounts__2224"));
        Assert.False(accounts.IsNamed("Storage__Accounts__"));
        Assert.False(accounts.IsNamed("Storage__CreateMissing"));
    }

    /// <summary>As in Azure.</summary>
    private static readonly Dictionary<string, string?> Enough = new()
    {
        ["Storage:TableServiceUri"] = "https://one.table.example",
        ["Storage:BlobServiceUri"] = "https://one.blob.example",
        ["Backups:BlobServiceUri"] = "https://two.blob.example",
        ["Storage:ClientId"] = "00000000-0000-0000-0000-000000000001",
        ["RollUpSchedule"] = "0 * * * * *",
        ["Local:DataPath"] = Path.Combine(Path.GetTempPath(), "estation-setting-list"),
    };

    private static IEnumerable<MethodInfo> Options() =>
        typeof(SettingReader)
            .Assembly.GetTypes()
            .Select(type => type.GetMethod("Read", BindingFlags.Public | BindingFlags.Static, [typeof(SettingReader)]))
            .OfType<MethodInfo>();

    private static void ReadAll(Dictionary<string, string?> settings)
    {
        settings.Remove("Local:DataPath"); // a developer's
        settings.TryAdd("Secrets:Master", Convert.ToBase64String(new byte[32]));
        var read = Reader(settings);
        foreach (var options in Options())
            options.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [read], null);
        ScheduleSettings.Check(read);
    }

    private static SettingReader Reader(Dictionary<string, string?> settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
