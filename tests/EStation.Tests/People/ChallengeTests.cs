using EStation.Accounts.SignIn;
using EStation.Identity;

namespace EStation.People;

public class ChallengeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly SecretsOptions Old = new(new byte[32], null);
    private static readonly SecretsOptions Rotated = new([.. Enumerable.Repeat((byte)1, 32)], new byte[32]);
    private readonly KeyRing keys = new(Old, "codes");

    private static Challenge Fresh => new("c1", Phone.Parse("13900000001"), "123456", Now + Challenge.Lifetime, "cb007109", true);

    [Fact]
    public void The_right_code_is_right_once_and_the_same_request_may_be_repeated_for_a_minute()
    {
        var spending = Now + Challenge.Lifetime - TimeSpan.FromMilliseconds(1);
        var (after, right) = Fresh.Try(Tries.None, "123456", "mine", keys, spending);
        Assert.True(right);
        Assert.Equal((after, false), Fresh.Try(after, "123456", "another's", keys, spending));
        var last = spending + Challenge.Repeatable - TimeSpan.FromMilliseconds(1);
        Assert.True(last < after.Until);
        Assert.Equal((after, true), Fresh.Try(after, "123456", "mine", keys, last)); // the minute does not begin anew
        Assert.False(Fresh.Try(after, "123456", "mine", keys, spending + Challenge.Repeatable).Right);
    }

    [Fact]
    public void Wrong_ones_kill_it_after_it_was_spent_too()
    {
        var tries = Fresh.Try(Tries.None, "123456", "mine", keys, Now).After;
        Assert.False(Fresh.Try(Wrongly(5, tries), "123456", "mine", keys, Now).Right);
    }

    [Fact]
    public void Five_wrong_ones_kill_it() => Assert.False(Fresh.Try(Wrongly(5, Tries.None), "123456", "mine", keys, Now).Right);

    [Fact]
    public void Four_wrong_ones_do_not() => Assert.True(Fresh.Try(Wrongly(4, Tries.None), "123456", "mine", keys, Now).Right);

    [Fact]
    public void It_dies_of_age() => Assert.False(Fresh.Try(Tries.None, "123456", "mine", keys, Now + Challenge.Lifetime).Right);

    [Fact]
    public void Clients_hold_it_sealed_and_cannot_read_change_or_make_one()
    {
        var challenges = new Challenges(new Secrets(Old));
        var (made, text) = challenges.Make(Phone.Parse("13900000001"), "2001:db8::1", true, Now);
        Assert.Equal(made, challenges.Open(text));
        Assert.NotEqual(text, challenges.Make(Phone.Parse("13900000001"), "2001:db8::1", true, Now).Sealed);
        Assert.Equal(made, new Challenges(new Secrets(Rotated)).Open(text)); // made before the secret was rotated
        Assert.Null(new Challenges(new Secrets(new SecretsOptions([.. Enumerable.Repeat((byte)2, 32)], null))).Open(text));
        Assert.Null(challenges.Open(text[..^4] + "AAAA"));
        foreach (
            var foreign in new[] { "", ".", "..", "c1", text[..20], text + ".", text.Split('.')[0] + ".AAAA", text.Split('.')[0] + ".中" }
        )
            Assert.Null(challenges.Open(foreign));
    }

    private Tries Wrongly(int times, Tries tries)
    {
        for (var i = 0; i < times; i++)
            tries = Fresh.Try(tries, "000000", "mine", keys, Now).After;
        return tries;
    }
}
