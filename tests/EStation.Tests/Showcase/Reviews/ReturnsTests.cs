using System.Net;
using Azure.Data.Tables;
using EStation.Testing;

namespace EStation.Showcase.Reviews;

/// <summary>A video that is returned again and again.</summary>
public class ReturnsTests(TestStorage storage)
{
    [Fact]
    public async Task After_so_many_returns_with_the_longest_reasons_it_is_published_or_rejected()
    {
        await using var host = await Stage.StartAsync(storage);
        var (reviewer, farmer) = (await Stage.ReviewerAsync(host), await Farmer.SignUpAsync(host));
        var id = await farmer.SubmitVideoAsync();
        var reason = new string('理', 499);
        for (var times = 1; times < Video.MostReviews; times++)
        {
            await Farmer.JsonOf(await ReviewAsync(times, "return"));
            var renewed = await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/upload", new { size = Clip.Field.Length }));
            await Filmmaker.UploadAsync(renewed["url"]!, Clip.Field);
            await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/submit"));
        }

        Assert.Equal(
            "review.returns-used-up",
            await Farmer.RefusalOf(await ReviewAsync(Video.MostReviews, "return"), HttpStatusCode.Conflict)
        );
        await Farmer.JsonOf(await ReviewAsync(Video.MostReviews, "reject"));
        Assert.Equal(
            Video.MostReviews,
            new TableClient(host.ConnectionString, "Audit")
                .Query<TableEntity>(row => row.PartitionKey != "")
                .Count(row => row.GetString("Action") == "ReviewVideo" && row.GetBoolean("Allowed") == true)
        );

        Task<HttpResponseMessage> ReviewAsync(int film, string decision) =>
            reviewer.PostAsync(
                $"api/videos/{id}/reviews",
                new
                {
                    film,
                    decision,
                    field = "husbandry",
                    reason = "quality",
                    text = film % 10 + reason,
                    scientific = false,
                }
            );
    }

    [Fact]
    public async Task More_awards_than_a_row_holds_are_refused()
    {
        await using var host = await Stage.StartAsync(storage);
        var administrator = await Stage.ReviewerAsync(host);
        var call = System.Text.Json.JsonSerializer.SerializeToNode(Stage.Campaign(host.Time.GetUtcNow()))!;
        call["awards"] = System.Text.Json.JsonSerializer.SerializeToNode(
            Enumerable.Range(0, 900).Select(_ => new { name = new { zh = "奖" }, count = 1 })
        );
        Assert.StartsWith(
            "must be at most 20",
            await Filmmaker.ReasonOf(await administrator.PostAsync("api/campaigns", call), "awards"),
            StringComparison.Ordinal
        );
    }
}
