using EStation.Counting;
using EStation.Regions;
using EStation.Statistics.Reconciliation;
using EStation.Testing;

namespace EStation.Showcase;

/// <summary>What the statistics say of videos, held to the records.</summary>
public class VideoRecountTests(TestStorage storage)
{
    private static readonly RegionCode County = RegionCode.Parse("220102");

    [Fact]
    public async Task Likes_that_come_and_go_over_days_and_audiences_are_recounted()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var owner = await Farmer.SignUpAsync(host);
        var id = await owner.SubmitVideoAsync();
        await Farmer.JsonOf(await reviewer.DecideAsync(id, "publish"));
        var farmers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Farmer.SignUpAsync(host)));
        var random = new Random(5);
        for (var day = 0; day < 4; day++)
        {
            foreach (var farmer in farmers.SelectMany(farmer => Enumerable.Repeat(farmer, random.Next(4))))
                await Farmer.JsonOf(
                    random.Next(2) == 0
                        ? await farmer.PutAsync($"api/videos/{id}/like", new { })
                        : await farmer.DeleteAsync($"api/videos/{id}/like")
                );
            await farmers[day]
                .PutAsync(
                    "api/me",
                    new
                    {
                        name = "李四",
                        village = "220102001001",
                        gender = "1",
                        birthYear = 2000,
                        ethnicGroup = "10",
                        leftBehind = true,
                        language = "zh",
                    }
                );
            host.Time.Advance(TimeSpan.FromDays(1));
        }

        var compared = await host.Get<Reconciler>().CompareAsync(County, new Day(DateOnly.MinValue));
        Assert.Empty(compared.Differences);
        Assert.True(compared.Rows >= 4);
        await host.RollUpAsync();
        var recounted = new List<Counted>();
        await foreach (var counted in host.Get<IEnumerable<IRecount>>().OfType<VideoRecount>().Single().CountAsync(County))
            recounted.Add(counted);
        Assert.Equal(owner.Id, Assert.Single(recounted, counted => counted.Metric == Metric.VideosSubmitted).Person); // who was reached
        var likes = recounted.Where(counted => counted.Metric == Metric.VideoLikes).ToList();
        Assert.Contains(likes, like => like.Count < 0); // taken back on a later day
        Assert.True(likes.Select(like => like.Audience).Distinct().Count() > 1);
        Assert.Equal((int)(await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}")))["likes"]!, likes.Sum(like => like.Count));
    }
}
