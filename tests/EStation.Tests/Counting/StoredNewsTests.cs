using System.Text.Json.Nodes;
using EStation.Ledger;
using EStation.Testing;

namespace EStation.Counting;

/// <summary>News that an earlier version left in outboxes are read, and stored again, as they were.</summary>
public class StoredNewsTests(TestStorage storage)
{
    private const string Stored = """
        {"news":"training-sign-up","training":"220102tr1","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"training-withdrawal","training":"220102tr1","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"training-attendance","count":3,"person":"person1","training":"220102tr1","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"training-completion","hours":3,"person":"person1","training":"220102tr1","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"training-change","training":"220102tr1","village":"220102001001","day":"2026-11-24"}
        {"news":"station","village":"220102001001","day":"2026-11-24"}
        {"news":"video-submitted","owner":"person1","video":"2201020123456789abcdef0123456789abcd","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"video-published","video":"2201020123456789abcdef0123456789abcd","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"video-changed","video":"2201020123456789abcdef0123456789abcd","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"video-viewed","video":"2201020123456789abcdef0123456789abcd","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"video-liked","change":3,"video":"2201020123456789abcdef0123456789abcd","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"video-voted","video":"2201020123456789abcdef0123456789abcd","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"video-scored","change":3,"scores":3,"video":"2201020123456789abcdef0123456789abcd","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"video-reported","video":"2201020123456789abcdef0123456789abcd","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"notices-read","notices":["220102n1"]}
        {"news":"notice-delivered","notice":"220102n1","count":3}
        {"news":"resident","village":"220102001001","traits":"2|1980|01|0","change":1}
        {"news":"telling"}
        {"news":"registered","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"attempt","contest":"person1","person":"person1","name":"person1","result":{"s":7,"e":61000,"t":"2026-11-24T02:00:00+00:00"},"passed":true,"language":1,"marks":{"q-1":true,"q-2":false},"village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"attempt-recounted","contest":"person1","person":"person1","score":7,"passed":true,"language":1,"marks":{"q-1":true,"q-2":false},"entries":3,"participants":3,"decided":"2026-11-24","village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"standing-corrected","contest":"person1","person":"person1","name":"person1","step":3,"from":{"s":7,"e":61000,"t":"2026-11-24T02:00:00+00:00"},"to":{"s":7,"e":61000,"t":"2026-11-24T02:00:00+00:00"},"village":"220102001001","day":"2026-11-24"}
        {"news":"pass-corrected","change":-1,"village":"220102001001","audience":5,"day":"2026-11-24"}
        {"news":"forgotten","contest":"person1","person":"person1","village":"220102001001","day":"2026-11-24"}
        """;

    [Fact]
    public async Task Every_kind_of_news_is_read_and_written_in_its_stored_shape()
    {
        await using var host = await TestHost.StartAsync(storage);
        var lines = Stored.Split('\n');
        var news = host.Get<NewsKinds>().Read(BinaryData.FromString($"[{string.Join(',', lines)}]"));

        foreach (var (line, piece) in lines.Zip(news))
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(line), JsonNode.Parse(piece.ToUtf8())), $"{line} became {piece}");
        var kinds = typeof(CountedNews).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(News)) && !type.IsAbstract);
        Assert.Equal(kinds.OrderBy(type => type.Name), news.Select(piece => piece.GetType()).OrderBy(type => type.Name));
    }
}
