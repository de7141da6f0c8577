namespace EStation.Identity;

public class PseudonymsTests
{
    private static readonly byte[] First = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Second = [.. Enumerable.Repeat((byte)2, 32)];
    private const string Person = "UWYZ1Z6-bNWf0aNlXaDXCQ";

    [Fact]
    public void They_lead_back_in_their_scope_alone_and_with_the_secret_alone()
    {
        var ours = new Pseudonyms(new Secrets(new SecretsOptions(First, null)));
        var name = ours.Of(Person, "one");
        Assert.Equal(Person, ours.PersonOf(name, "one"));
        Assert.Null(ours.PersonOf(name, "other"));
        Assert.Null(new Pseudonyms(new Secrets(new SecretsOptions(Second, null))).PersonOf(name, "one"));
        Assert.Equal(name, ours.Of(Person, "one"));
    }

    [Fact]
    public void Two_scopes_share_nothing_and_no_word_of_the_person_is_in_them()
    {
        var ours = new Pseudonyms(new Secrets(new SecretsOptions(First, null)));
        string[] names = [.. Enumerable.Range(0, 50).Select(scope => ours.Of(Person, $"training {scope}"))];
        for (var length = 4; length <= 6; length++)
            Assert.Empty(
                names
                    .SelectMany(name => Enumerable.Range(0, name.Length - length).Select(at => name.Substring(at, length)).Distinct())
                    .GroupBy(part => part)
                    .Where(part => part.Count() > 2 || (length > 4 && part.Count() > 1))
                    .Select(part => part.Key)
            );
        Assert.All(names, name => Assert.DoesNotContain(Person[..6], name, StringComparison.Ordinal));
    }

    [Fact]
    public void After_a_rotation_those_of_before_still_lead_back()
    {
        var before = new Pseudonyms(new Secrets(new SecretsOptions(First, null))).Of(Person, "one");
        var now = new Pseudonyms(new Secrets(new SecretsOptions(Second, First)));
        Assert.Equal(Person, now.PersonOf(before, "one"));
        Assert.NotEqual(before, now.Of(Person, "one"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("me")]
    [InlineData("not base 64!")]
    [InlineData("AAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_none_of_ours_names_nobody(string text) =>
        Assert.Null(new Pseudonyms(new Secrets(new SecretsOptions(First, null))).PersonOf(text, "one"));
}
