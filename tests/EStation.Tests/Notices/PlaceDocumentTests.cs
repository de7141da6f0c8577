namespace EStation.Notices;

public class PlaceDocumentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10, 400)]
    [InlineData(1_000, 120)]
    public void Documents_stay_within_their_limits_and_nothing_is_lost(int letters, int notices)
    {
        var pages = new Dictionary<string, PlaceDocument>();
        var live = PlaceDocument.Empty;
        for (var number = 0; number < notices; number++)
        {
            var (after, page) = live.With(Notice(number, letters), $"page{number}", Now);
            if (page is not null)
                pages[$"page{number}"] = page;
            live = after;
            Assert.InRange(live.Notices.Count, 1, PlaceDocument.MostNotices);
            Assert.InRange(live.Write().Length, 1, PlaceDocument.MostBytes);
        }

        var all = new List<string>();
        for (var document = live; document is not null; document = document.Older is { } older ? pages[older] : null)
        {
            Assert.InRange(document.Write().Length, 1, PlaceDocument.MostBytes);
            all.AddRange(PlaceDocument.Read(document.Write()).Notices.Select(notice => notice.Id));
        }

        Assert.Equal(Enumerable.Range(0, notices).Reverse().Select(number => $"n{number}"), all);
    }

    [Fact]
    public void What_has_ended_makes_room()
    {
        var live = Enumerable
            .Range(0, PlaceDocument.MostNotices)
            .Aggregate(
                PlaceDocument.Empty,
                (document, number) => document.With(Notice(number, 10) with { Until = Now.AddDays(1) }, "p", Now).After
            );
        var (after, page) = live.With(Notice(99, 10), "p", Now.AddDays(2));
        Assert.Null(page);
        Assert.Equal("n99", Assert.Single(after.Notices).Id);
    }

    private static PlacedNotice Notice(int number, int letters) =>
        new($"n{number}", new Text("通知"), new Text(new string('字', letters)), null, null, null, Now.AddMinutes(number));
}
