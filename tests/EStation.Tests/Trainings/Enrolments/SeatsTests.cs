namespace EStation.Trainings.Enrolments;

public class SeatsTests
{
    [Fact]
    public void The_first_are_confirmed_and_the_others_wait_in_the_order_of_their_numbers()
    {
        var seats = Seats.Open(2).Add(4);
        Assert.Equal((2, 2, 4), (seats.Confirmed, seats.Waiting, seats.Given));
        Assert.Equal(Standing.Confirmed, seats.StandingOf(2));
        Assert.Equal(Standing.WaitingAt(1), seats.StandingOf(3));
        Assert.Equal(Standing.WaitingAt(2), seats.StandingOf(4));
        Assert.Null(seats.StandingOf(5));
        Assert.Null(seats.StandingOf(0));
    }

    [Fact]
    public void Cancelling_a_confirmed_one_confirms_the_next_who_waits()
    {
        var before = Seats.Open(2).Add(4);
        var after = before.Cancel(1);
        Assert.Null(after.StandingOf(1));
        Assert.Equal([3], after.ConfirmedSince(before).InOrder());
        Assert.Equal(Standing.WaitingAt(1), after.StandingOf(4));
    }

    [Fact]
    public void Cancelling_one_who_waits_confirms_nobody()
    {
        var before = Seats.Open(2).Add(4);
        var after = before.Cancel(3);
        Assert.Empty(after.ConfirmedSince(before).InOrder());
        Assert.Equal(Standing.WaitingAt(1), after.StandingOf(4));
    }

    [Fact]
    public void More_places_move_the_queue_up_past_those_who_have_cancelled()
    {
        var before = Seats.Open(1).Add(6).Cancel(3);
        var after = before.For(Desk.Announce("培训", capacity: 3));
        Assert.Equal([2, 4], after.ConfirmedSince(before).InOrder());
        Assert.Equal([2, 4], Enumerable.Range(2, 3).Where(number => after.StandingOf(number)?.State == EnrolmentState.Confirmed));
    }

    [Fact]
    public void Who_signs_up_when_a_place_is_free_was_never_told_to_wait()
    {
        var before = Seats.Open(3).Add(1);
        Assert.Empty(before.Add(2).ConfirmedSince(before).InOrder());
    }

    [Fact]
    public void A_state_is_not_changed_by_what_is_made_of_it()
    {
        var before = Seats.Open(1).Add(3);
        _ = before.Add(2);
        _ = before.Cancel(2);
        Assert.Equal((3, true), (before.Active.Count, before.IsActive(2)));
    }

    [Fact]
    public void Ranks_agree_with_counting_one_by_one()
    {
        var random = new Random(7);
        var seats = Seats.Open(40).Add(500);
        for (var i = 0; i < 200; i++)
            seats = random.Next(1, 501) is var number && seats.IsActive(number) ? seats.Cancel(number) : seats;
        for (var (number, rank) = (1, 0); number <= 500; number++)
        {
            if (!seats.IsActive(number))
                continue;
            rank++;
            Assert.Equal(rank <= 40 ? Standing.Confirmed : Standing.WaitingAt(rank - 40), seats.StandingOf(number));
        }
    }
}
