using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Front;

public partial class ScreensTests
{
    private static IEnumerable<Screen> Screens(LivelyVillage village) =>
        [
            new("home", "", ".quick", Cast.Farmer, ["zh", "ko", "zh dark", "zh large", "zh wide", "ko wide dark"]),
            new("home-visitor", "", ".quick", Cast.Visitor, ["zh"]),
            new("sign-in", "sign-in", "#phone", Cast.Visitor, ["zh", "ko", "zh wide"]),
            new("welcome", "profile", ".picker .list", Cast.Newcomer, ["zh", "ko"]),
            new(
                "place-search",
                "profile",
                ".list.long small",
                Cast.Newcomer,
                ["zh", "zh wide"],
                page => page.Locator("#place").FillAsync("huayang")
            ),
            new("contests", "contests", ".card", Cast.Farmer, ["zh", "ko wide"]),
            new("contest", $"contest/{Farmer.Contest}", ".ticks", Cast.Farmer, ["zh", "ko", "zh wide"]),
            new("attempt", $"attempt/{Farmer.Contest}", ".chosen", Cast.Official, ["zh", "ko dark", "zh wide"], ChooseFirstAsync),
            new("result", $"result/{Farmer.Contest}/{village.Attempt}", ".receipt", Cast.Farmer, ["zh", "ko", "zh wide", "zh dark"]),
            new("board", $"board/{Farmer.Contest}", "thead", Cast.Farmer, ["zh", "ko", "zh wide"]),
            new("practice", $"practice/{Farmer.Contest}", "form [role=status] b", Cast.Farmer, ["zh", "ko"], CheckFirstAsync),
            new("trainings", "trainings", ".card h2", Cast.Farmer, ["zh", "ko", "zh wide"]),
            new("training", $"trainings/{village.Trainings[0]}", ".head, h1", Cast.Farmer, ["zh", "ko wide"]),
            new("training-open", $"trainings/{village.Trainings[1]}", "button.main", Cast.Farmer, ["zh"]),
            new("my-trainings", "my-trainings", ".card", Cast.Farmer, ["zh", "ko"]),
            new("ticket", $"ticket/{village.Trainings[0]}", "main img", Cast.Farmer, ["zh", "ko dark"]),
            new("certificate", "certificate", "#number", Cast.Visitor, ["zh"]),
            new("videos", "videos", "main img", Cast.Farmer, ["zh", "ko wide"]),
            new("video", $"videos/{village.Film}", "video", Cast.Farmer, ["zh", "zh wide"]),
            new("me", "me", ".list", Cast.Farmer, ["zh", "ko", "zh wide"]),
            new("my-data", "my-data", ".card", Cast.Farmer, ["zh"]),
            new("inbox", "inbox", ".told, .empty", Cast.Farmer, ["zh", "ko"]),
            new("lost", "nowhere", "main .button", Cast.Visitor, ["zh"]),
            new("privacy", "privacy", "section", Cast.Visitor, ["zh", "ko wide"]),
            new("statistics", "statistics", ".map .tile", Cast.Visitor, ["zh", "zh wide", "ko wide dark"]),
            new("work", "work", ".menu, .list", Cast.Official, ["zh", "ko wide"]),
            new("manage", "manage", ".card, table", Cast.Official, ["zh", "zh wide"]),
            new("manage-one", $"manage/{village.Trainings[0]}", ".menu, .list", Cast.Official, ["zh", "zh wide"]),
            new("roster", $"roster/{village.Trainings[0]}", ".people, table", Cast.Official, ["zh", "zh wide", "ko wide"]),
            new("announce", "announce", "form", Cast.Official, ["zh", "zh wide"]),
            new("my-videos", "my-videos", ".card, .empty", Cast.Farmer, ["zh"]),
            new("reviews", "reviews", "article", Cast.Reviewer, ["zh", "zh wide"]),
            new("grants", "grants", "table", Cast.Administrator, ["zh", "zh wide", "zh wide dark"]),
            new("audit", "audit", "table", Cast.Administrator, ["zh wide"]),
            new("drafts", "drafts", ".desk a, table", Cast.Administrator, ["zh wide"]),
            new("banks", "banks", ".desk a, table", Cast.Administrator, ["zh wide"]),
            new("notices", "notices", "article, table", Cast.Official, ["zh", "zh wide"]),
            new("notices-new", "notices/new", "form", Cast.Official, ["zh", "zh wide"]),
            new("stations", "stations", ".desk", Cast.Reviewer, ["zh wide"]),
            new("report", $"report/{Office.Village}", ".report", Cast.Official, ["zh wide"]),
        ];

    private static async Task ChooseFirstAsync(IPage page) =>
        await page.GetByRole(AriaRole.Radio).Or(page.GetByRole(AriaRole.Checkbox)).First.CheckAsync();

    private static async Task CheckFirstAsync(IPage page)
    {
        await ChooseFirstAsync(page);
        await page.Locator("main button.main").ClickAsync();
    }
}
