using System.Collections.Concurrent;

namespace EStation.Trainings.Enrolments;

/// <summary>What was done to a training and what was answered, to be held against what is stored in the end.</summary>
internal sealed class Schedule(string training)
{
    public const int People = 24;

    private readonly ConcurrentBag<(int Began, int Ended, int Number)> given = [];
    private readonly ConcurrentDictionary<(string Person, int Number), EnrolmentState> promised = new();
    private int clock;

    public async Task SignUpAsync(Desk desk, int who, int household)
    {
        var began = Interlocked.Increment(ref clock);
        var applicants = Enumerable.Range(who, household + 1).Select(number => Desk.Applicant(number % People)).ToList();
        var signedUp = await Desk.InsistAsync(() => desk.SignUpAsync(training, applicants));
        var ended = Interlocked.Increment(ref clock);
        Assert.Equal(applicants.Count, signedUp.People.Count);
        foreach (var (enrolment, standing) in signedUp.People)
        {
            if (signedUp.IsNew && household == 0)
                given.Add((began, ended, enrolment.Number));
            if (standing.State == EnrolmentState.Confirmed)
                promised[(enrolment.Person, enrolment.Number)] = standing.State;
        }
    }

    public Task WithdrawAsync(Desk desk, int who) =>
        Desk.InsistAsync(
            async () => await desk.WithdrawAsync(training, Desk.Applicant(who).Person.Id),
            refused => refused == Refusal.NotFound ? null! : throw new InvalidOperationException(refused.Code)
        );

    public Task ChangeCapacityAsync(Desk desk, int capacity) =>
        Desk.InsistAsync(
            () => desk.Trainings.ChangeAsync(training, before => before with { Capacity = capacity }, DateTimeOffset.UtcNow),
            refused => refused == TrainingRefusals.CapacityBelowConfirmed ? null! : throw new InvalidOperationException(refused.Code)
        );

    public async Task CheckAsync(Desk desk)
    {
        var (stored, seats) = await Desk.InsistAsync<(Training, Seats)>(async () => (await desk.Trainings.ReadAsync(training))!.Value);
        var enrolments = await Desk.InsistAsync<List<Enrolment>>(async () => (await desk.Enrolments.ReadAsync(training)).ToList());
        var active = enrolments.Where(enrolment => enrolment.CancelledAt is null).ToList();
        Assert.Equal((stored.Capacity, stored.Version), (seats.Capacity, seats.Version));

        // Each number was given once, and the bitmap says what the rows say.
        var numbers = enrolments
            .SelectMany(enrolment => enrolment.Before.Select(earlier => earlier.Number).Append(enrolment.Number))
            .Order()
            .ToList();
        Assert.Equal(Enumerable.Range(1, seats.Given), numbers);
        Assert.Equal(Enumerable.Range(1, seats.Given).Where(seats.IsActive), active.Select(enrolment => enrolment.Number));

        var standings = active.Select(enrolment => enrolment.StandingIn(seats)).ToList();
        Assert.Equal(Math.Min(seats.Capacity, active.Count), standings.Count(standing => standing.State == EnrolmentState.Confirmed));
        Assert.Equal(Enumerable.Range(1, seats.Waiting), standings.Select(standing => standing.Position).OfType<int>());

        // Who was confirmed and has not withdrawn is confirmed still.
        Assert.All(
            active.Where(enrolment => promised.ContainsKey((enrolment.Person, enrolment.Number))),
            enrolment => Assert.Equal(EnrolmentState.Confirmed, enrolment.StandingIn(seats).State)
        );

        // Who had the answer before another came has the smaller number.
        var answers = given.OrderBy(answer => answer.Number).ToList();
        for (var i = 0; i < answers.Count; i++)
            Assert.DoesNotContain(answers.Skip(i + 1), later => later.Ended < answers[i].Began);
    }
}
