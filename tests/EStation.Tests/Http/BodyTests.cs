using System.Text;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

public class BodyTests
{
    [Fact]
    public async Task Json_becomes_the_value() => Assert.Equal(new Form("王", 3), Granted(await ReadAsync("""{"name":"王","count":3}""")));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"name\":\"a\"} {}")]
    [InlineData("{\"name\":\"a\",}")]
    [InlineData("name=a")]
    public async Task What_is_no_json_is_a_400(string body) => Assert.Equal("json.invalid", Refused(await ReadAsync(body)).Code);

    [Theory]
    [InlineData("""{"name":5}""", "name")]
    [InlineData("""{"count":"3"}""", "count")]
    [InlineData("""{"count":1.5}""", "count")]
    [InlineData("""{"count":99999999999}""", "count")]
    [InlineData("[]", "body")]
    public async Task A_wrong_type_is_a_422_that_names_the_field(string body, string field) =>
        Assert.Equal([field], Refused(await ReadAsync(body)).Errors!.Keys);

    [Theory]
    [InlineData("2026-11-23T08:00:00Z", null)]
    [InlineData("2026-11-23T08:00:00+08:00", null)]
    [InlineData("2026-11-23T08:00:00", InstantConverter.NoZone)]
    [InlineData("2026-11-23", InstantConverter.NoZone)]
    public async Task An_instant_without_a_zone_is_a_422_that_says_so(string instant, string? reason)
    {
        var refused = (await ReadAsync<Appointment>($$"""{"at":"{{instant}}"}""")).Refused(out var refusal, out _);
        Assert.Equal(reason is not null, refused);
        if (refused)
            Assert.Equal([reason!], refusal!.Errors!["at"]);
    }

    [Fact]
    public async Task Too_large_is_a_413() =>
        Assert.Equal(413, Refused(await ReadAsync($"{{\"name\":\"{new string('a', 70_000)}\"}}")).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_a_415(string? type) => Assert.Equal(415, Refused(await ReadAsync("{}", type)).Status);

    private static Task<Result<Form>> ReadAsync(string body, string? type = "application/json; charset=utf-8") =>
        ReadAsync<Form>(body, type);

    private static async Task<Result<T>> ReadAsync<T>(string body, string? type = "application/json; charset=utf-8")
        where T : notnull
    {
        var http = new DefaultHttpContext { Request = { Body = new MemoryStream(Encoding.UTF8.GetBytes(body)), ContentType = type } };
        return await Body.ReadAsync<T>(http.Request, CancellationToken.None);
    }

    private static Form Granted(Result<Form> result)
    {
        Assert.False(result.Refused(out _, out var form));
        return form!;
    }

    private static Refusal Refused(Result<Form> result)
    {
        Assert.True(result.Refused(out var refusal, out _));
        return refusal!;
    }

    private sealed record Form(string? Name, int? Count);

    private sealed record Appointment(DateTimeOffset? At);
}
