using System.Security.Cryptography;
using System.Text;
using EStation.Identity;
using EStation.People;

namespace EStation.Accounts.SignIn;

public class ProofsTests
{
    private const string Address = "203.0.113.9";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly Phone Mine = Phone.Parse("13900000001");
    private readonly Proofs proofs = new(new Secrets(new SecretsOptions(new byte[32], null)));

    [Fact]
    public void Work_that_was_asked_for_is_accepted_in_its_place_and_time()
    {
        var answer = Solve(proofs.Ask(Mine, Address, 8, Now));
        Assert.Equal(Now, proofs.Check(answer, Mine, Address, Now));
        Assert.Equal(Now, proofs.Check(answer, Mine, "203.0.113.200", Now.AddMinutes(4))); // the carrier changed the address
        Assert.True((answer.Nonce + answer.Answer).Length <= 55, "does not fit in a block");
    }

    [Fact]
    public void Another_phones_another_places_or_an_old_one_is_not()
    {
        var answer = Solve(proofs.Ask(Mine, Address, 8, Now));
        Assert.Null(proofs.Check(answer, Phone.Parse("13900000002"), Address, Now));
        Assert.Null(proofs.Check(answer, Mine, "198.51.100.9", Now));
        Assert.Null(proofs.Check(answer, Mine, Address, Now + Proof.Lifetime));
    }

    [Fact]
    public void Nobody_makes_a_nonce_or_makes_it_easier()
    {
        var asked = proofs.Ask(Mine, Address, 20, Now);
        var easier = Solve(new Proof(asked.Nonce.Replace(".20.", ".1.", StringComparison.Ordinal), 1));
        Assert.Null(proofs.Check(easier, Mine, Address, Now));
        Assert.Null(proofs.Check(Solve(new Proof(asked.Nonce, 4)), Mine, Address, Now)); // fewer bits than asked
        var foreign = new Proofs(new Secrets(new SecretsOptions([.. Enumerable.Repeat((byte)1, 32)], null)));
        Assert.Null(proofs.Check(Solve(foreign.Ask(Mine, Address, 4, Now)), Mine, Address, Now));
        foreach (var nonce in new[] { "", "..", "a.b.c", "-1.1.", "19.99999999999999.", asked.Nonce + "." })
            Assert.Null(proofs.Check(new ProofAnswer(nonce, "1"), Mine, Address, Now));
    }

    [Fact]
    public void It_brings_one_code()
    {
        var (use, wait) = PhoneUse.None.Ask("here", "p", 5, Now, Now.AddSeconds(2));
        Assert.Null(wait);
        Assert.NotNull(use.Ask("here", "p", 5, Now, Now.AddSeconds(3)).Wait);
        Assert.NotNull(use.Ask("there", "p", 5, Now.AddSeconds(-1), Now.AddSeconds(3)).Wait);
        Assert.Null(use.Ask("here", "p", 5, Now.AddSeconds(1), Now.AddSeconds(3)).Wait);
        Assert.True(use.At(Now + Proof.Lifetime).Asked.LastProof == Now);
    }

    [Theory]
    [InlineData(0.5, 16)]
    [InlineData(1, 16)]
    [InlineData(2, 17)]
    [InlineData(8.3, 19)]
    [InlineData(1e12, 22)]
    public void Twice_the_load_is_a_bit_more(double load, int bits) => Assert.Equal(bits, Proofs.BitsAt(Math.Max(1, load)));

    internal static ProofAnswer Solve(Proof asked)
    {
        for (var number = 0; ; number++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{asked.Nonce}{number}"));
            if (Proofs.ZeroBitsOf(hash) >= asked.Bits)
                return new ProofAnswer(asked.Nonce, $"{number}");
        }
    }
}
