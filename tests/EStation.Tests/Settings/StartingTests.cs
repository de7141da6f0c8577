using System.Diagnostics;
using EStation.Testing;

namespace EStation.Settings;

/// <summary>A wrong setting stops the start of the real process, and what it says names the setting.</summary>
public class StartingTests(TestStorage storage)
{
    [Theory]
    [InlineData("SignIn__PerPhonePerHour", "many", "SignIn:PerPhonePerHour")]
    [InlineData("Administrators", "12345", "Administrators")]
    [InlineData("Secrets__Master", "short", "Secrets:Master")]
    [InlineData("RollUpSchedule", "every minute", "RollUpSchedule")]
    [InlineData("Secrets__Previous", "@Microsoft.KeyVault(SecretUri=https://vault/secrets/master/1)", "Secrets:Previous")]
    [InlineData(
        "Messages__Headers__Authorization",
        "@Microsoft.KeyVault(SecretUri=https://vault/secrets/sms)",
        "Messages:Headers:Authorization"
    )]
    [InlineData("Messages__Outlet", "aliyun", "Messages:KeyId")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string name, string value, string told)
    {
        var data = Directory.CreateTempSubdirectory("proofs-").FullName;
        var start = HostProcess.Command(storage.NewAccount(), data, new Dictionary<string, string>());
        start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(limit.Token);
        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains(told, await said.Item1 + await said.Item2, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }
}
