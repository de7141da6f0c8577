using EStation.Testing;

namespace EStation.Trainings.Enrolments;

/// <summary>Everybody wants one of a few seats, at once.</summary>
public class RushTests(TestStorage storage)
{
    [Fact]
    public async Task Sixteen_independent_writers_give_away_fifty_seats_and_the_places_in_the_queue_once_each()
    {
        const int Seats = 50;
        var people = Deep.Of(usually: 300, deep: 5_000);
        await using var host = await TestHost.StartAsync(storage);
        var desks = Enumerable.Range(0, 16).Select(_ => new Desk(host)).ToList();
        var training = Desk.Announce("抢座", Seats);
        await desks[0].Trainings.AnnounceAsync(training, DateTimeOffset.UtcNow);

        var standings = await Task.WhenAll(
            Enumerable
                .Range(0, people)
                .Select(number => Desk.InsistAsync(() => desks[number % desks.Count].SignUpAsync(training.Id, Desk.Applicant(number))))
        );

        var all = standings.Select(signedUp => Assert.Single(signedUp.People)).ToList();
        Assert.Equal(Seats, all.Count(enrolled => enrolled.Standing.State == EnrolmentState.Confirmed));
        Assert.Equal(Enumerable.Range(1, people - Seats), all.Select(enrolled => enrolled.Standing.Position).OfType<int>().Order());
        Assert.Equal(Enumerable.Range(1, people), (await desks[0].Enrolments.ReadAsync(training.Id)).Select(enrolment => enrolment.Number));
    }
}
