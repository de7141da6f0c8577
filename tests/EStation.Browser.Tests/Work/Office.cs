using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Work;

/// <summary>A host with an administrator, and officials of a town of it.</summary>
internal static class Office
{
    public const string Town = "220102001";
    public const string Village = "220102001001";
    public const string VillageName = "华阳社区";
    public const string AdministratorPhone = "13900000001";

    public static Task<TestHost> OpenAsync(TestStorage storage) =>
        TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = AdministratorPhone });

    public static Task<Farmer> AdministratorAsync(TestHost host) => Farmer.SignUpAsync(host, Village, "管理员", AdministratorPhone);

    /// <summary>Somebody new with a role there.</summary>
    public static async Task<Farmer> WithRoleAsync(TestHost host, string role = "official", string region = Town, string name = "李主任")
    {
        var administrator = await AdministratorAsync(host);
        var person = await Farmer.SignUpAsync(host, Village, name);
        (
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone = person.Phone,
                    role,
                    region,
                }
            )
        ).EnsureSuccessStatusCode();
        return person;
    }

    public static Task PushAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task FollowAsync(this IPage page, string link) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public static Task EnterAsync(this IPage page, string label, string text) =>
        page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>A file chosen by a button that is a label.</summary>
    public static Task ChooseAsync(this IPage page, string label, string path) =>
        page.GetByLabel(label, new() { Exact = true }).SetInputFilesAsync(path);
}
