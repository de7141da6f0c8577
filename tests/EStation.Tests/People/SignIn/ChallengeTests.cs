using EStation.Identity;

namespace EStation.People;

public class ChallengeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private readonly KeyRing keys = new(new SecretsOptions(new byte[32], null), "codes");

    private Challenge Fresh => Challenge.Make("c1", Phone.Parse("13900000001"), "123456", keys.Current, Now);

    [Fact]
    public void The_right_code_is_right_once_and_the_same_request_may_be_repeated_for_a_minute()
    {
        var spending = Now + Challenge.Lifetime - TimeSpan.FromMilliseconds(1);
        var (after, right) = Fresh.Try("123456", "mine", keys, spending);
        Assert.True(right);
        Assert.Equal((after, false), after.Try("123456", "another's", keys, spending));
        var last = spending + Challenge.Repeatable - TimeSpan.FromMilliseconds(1);
        Assert.Equal((after, true), after.Try("123456", "mine", keys, last)); // the minute does not begin anew
        Assert.False(after.Try("123456", "mine", keys, spending + Challenge.Repeatable).Right);
    }

    [Fact]
    public void Wrong_ones_kill_it_after_it_was_spent_too()
    {
        var challenge = Fresh.Try("123456", "mine", keys, Now).After;
        for (var i = 0; i < 5; i++)
            challenge = challenge.Try("000000", "mine", keys, Now).After;
        Assert.False(challenge.Try("123456", "mine", keys, Now).Right);
    }

    [Fact]
    public void Five_wrong_ones_kill_it()
    {
        var challenge = Fresh;
        for (var i = 0; i < 5; i++)
            challenge = challenge.Try("000000", "mine", keys, Now).After;
        Assert.False(challenge.Try("123456", "mine", keys, Now).Right);
    }

    [Fact]
    public void Four_wrong_ones_do_not()
    {
        var challenge = Fresh;
        for (var i = 0; i < 4; i++)
            challenge = challenge.Try("000000", "mine", keys, Now).After;
        Assert.True(challenge.Try("123456", "mine", keys, Now).Right);
    }

    [Fact]
    public void It_dies_of_age() => Assert.False(Fresh.Try("123456", "mine", keys, Now + Challenge.Lifetime).Right);

    [Fact]
    public void Its_code_fits_no_other_challenge()
    {
        var other = Fresh with { Id = "c2" };
        Assert.False(other.Try("123456", "mine", keys, Now).Right);
    }

    [Fact]
    public void A_code_made_before_the_secret_was_rotated_still_fits()
    {
        var rotated = new KeyRing(new SecretsOptions([.. Enumerable.Repeat((byte)1, 32)], new byte[32]), "codes");
        Assert.True(Fresh.Try("123456", "mine", rotated, Now).Right);
    }
}
