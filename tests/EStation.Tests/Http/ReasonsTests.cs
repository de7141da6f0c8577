using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using EStation.Testing;

namespace EStation.Http;

/// <summary>What is wrong with a field, in the reader's language.</summary>
public partial class ReasonsTests(TestStorage storage)
{
    /// <summary>Their reasons are for those who make the files: a bank's import names lines, a video's flaws have texts of their own.</summary>
    private static readonly string[] Elsewhere = ["Settings", "Banks", "Telemetry", "Storage", "Identity", "Messages", "Seeds"];

    [Theory]
    [InlineData("is missing", "请填写", "써넣어 주십시오")]
    [InlineData("must be between 1900 and 2026", "要在1900到2026之间", "1900부터 2026까지여야 합니다")]
    [InlineData("must be at most 400 days before 'to'", "最多查400天", "400일까지 찾을수 있습니다")]
    [InlineData("nobody knows this reason", "nobody knows this reason", "nobody knows this reason")]
    public void A_reason_is_said_with_its_values(string reason, string zh, string ko)
    {
        Assert.Equal(zh, Reasons.In(Language.Zh, reason));
        Assert.Equal(ko, Reasons.In(Language.Ko, reason));
        Assert.Equal(reason, Reasons.In(Language.En, reason));
    }

    [Fact]
    public void Every_reason_of_the_program_has_its_words()
    {
        var functions = Path.Combine(SourceTree.Root, "functions");
        var unknown = Directory
            .EnumerateFiles(functions, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Elsewhere.Contains(Path.GetRelativePath(functions, file).Split('/')[0])
                && !file.EndsWith("Flaw.cs", StringComparison.Ordinal)
            )
            .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Select(literal => Hole().Replace(literal, "7"))
            .Where(reason => !Reasons.Know(reason))
            .Distinct();
        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("?lang=zh", "请填写11位手机号")]
    [InlineData("?lang=ko", "11자리 휴대전화번호를 써넣어 주십시오")]
    [InlineData("?lang=en", "is no mainland mobile number")]
    [InlineData("", "is no mainland mobile number")]
    public async Task Sign_in_says_it_at_the_field(string query, string expected)
    {
        await using var host = await TestHost.StartAsync(storage);
        var refused = await host.Http.PostAsJsonAsync("api/sign-in/codes" + query, new { phone = "123" });
        Assert.Equal(expected, await Filmmaker.ReasonOf(refused, "phone"));
    }

    [Fact]
    public async Task The_profile_says_it_at_each_field()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignInAsync(host, Farmer.NewPhone());
        var wrong = new
        {
            name = "王\n小明",
            village = "220102",
            gender = "3",
            birthYear = 1800,
            ethnicGroup = "99",
            language = "xx",
        };
        var refused = await farmer.PutAsync("api/me?lang=ko", wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var errors = System.Text.Json.Nodes.JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]!.AsObject();
        Assert.Equal(6, errors.Count);
        Assert.All(errors, error => Assert.Matches("[가-힣]", (string)error.Value![0]!));
    }

    [GeneratedRegex("\\$?\"((?:is|must|has|needs|are) [^\"]*[^\"( ])\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
