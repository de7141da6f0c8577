using System.Text.RegularExpressions;
using Azure.Data.Tables;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Browsing;

/// <summary>How people come in: by their phone and the code sent to it.</summary>
internal static partial class SigningIn
{
    /// <summary>As a person does, on the page for it, in either language.</summary>
    /// <param name="page">Anywhere in the site.</param>
    /// <param name="host">Whose messages are read.</param>
    /// <param name="phone">11 digits.</param>
    public static async Task SignInAsync(this IPage page, TestHost host, string phone)
    {
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { NameRegex = SignIn() }).ClickAsync();
        await page.SignInHereAsync(host, phone);
    }

    /// <summary>Where the page asks for it.</summary>
    public static async Task SignInHereAsync(this IPage page, TestHost host, string phone)
    {
        await page.GetByLabel(PhoneNumber()).FillAsync(phone);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = SendCode() }).ClickAsync();
        await Assertions.Expect(page.GetByLabel(Code())).ToBeVisibleAsync();
        await page.GetByLabel(Code()).FillAsync(CodeSentTo(host, phone));
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { NameRegex = SignIn() }).ClickAsync();
        await Assertions.Expect(page.GetByLabel(Code())).ToBeHiddenAsync();
    }

    /// <summary>The last code that was sent to a phone.</summary>
    public static string CodeSentTo(TestHost host, string phone) =>
        new TableClient(host.ConnectionString, "LocalMessages")
            .Query<TableEntity>(row => row.PartitionKey == "+86" + phone)
            .MaxBy(row => row.Timestamp)!
            .GetString("Code");

    [GeneratedRegex("^(登录|로그인)$")]
    private static partial Regex SignIn();

    [GeneratedRegex("手机号|휴대전화 번호")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex("获取验证码|인증번호 받기")]
    private static partial Regex SendCode();

    [GeneratedRegex("^(验证码|인증번호)$")]
    private static partial Regex Code();
}
