using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace EStation.Benchmarks;

/// <summary>First visits of farmers: a code, the sign-in and a profile. Thirty farmers share an address.</summary>
internal static class FirstVisits
{
    private const int BehindAnAddress = 30;

    /// <param name="account">The connection string of the host's storage, which holds its SMS messages.</param>
    /// <param name="first">The number of the first farmer; each number is used once.</param>
    public static Task<Load> RunAsync(Connection[] lines, string account, int first, int count)
    {
        var messages = new TableClient(account, "LocalMessages");
        return Load.RunAsync(lines.Length, count, (line, i) => VisitAsync(lines[line], messages, first + i));
    }

    private static async Task VisitAsync(Connection line, TableClient messages, int number)
    {
        var phone = string.Create(CultureInfo.InvariantCulture, $"136{number:D8}");
        var address = number / BehindAnAddress;
        var from = string.Create(
            CultureInfo.InvariantCulture,
            $"X-Forwarded-For: {11 + address / 60_000}.{address / 250 % 240}.{address % 250}.7\r\n"
        );
        var asked = await line.SendAsync(Phones.Request("POST", "/api/sign-in/codes", null, from, $"{{\"phone\":\"{phone}\"}}"));
        var challenge = Field(asked, "challenge");
        var code = (await messages.QueryAsync<TableEntity>($"PartitionKey eq '+86{phone}'").FirstAsync()).GetString("Code");
        var signIn = $"{{\"challenge\":\"{challenge}\",\"code\":\"{code}\"}}";
        var token = Field(await line.SendAsync(Phones.Request("POST", "/api/sign-in", null, from, signIn)), "token");
        const string Profile = """{"name":"Wang","village":"220102001001","gender":"2","birthYear":1980,"ethnicGroup":"01"}""";
        await line.SendAsync(Phones.Request("PUT", "/api/me", token, from, Profile));
    }

    private static string Field(ReadOnlyMemory<byte> body, string name)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty(name).GetString()!;
    }
}
