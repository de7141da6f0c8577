using System.Net;
using System.Text;
using Azure.Data.Tables;
using EStation.Identity;
using EStation.Testing;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Contests.Attempts;

/// <summary>Nobody submits to an attempt that is not theirs, or that we have not handed out; and nothing is stored of it.</summary>
public class TicketsTests(TestStorage storage)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    [Fact]
    public async Task A_forged_ticket_is_404_wherever_it_was_touched()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var ticket = (string)(await farmer.StartAsync())["attempt"]!;
        var before = await RowsAsync(host);
        var touched = Enumerable
            .Range(0, ticket.Length)
            .Where(at => ticket[at] != '.' && at % 7 == 0)
            .Append(ticket.Length - 1)
            .Select(at => Touch(ticket, at));
        foreach (var forged in touched.Concat(Forgeries(ticket, farmer)))
        {
            var answer = await farmer.PutAsync($"api/contests/{Farmer.Contest}/attempts/{forged}", new { answers = new { } });
            Assert.Equal("not-found", await Farmer.RefusalOf(answer, HttpStatusCode.NotFound));
            Assert.Equal(
                "not-found",
                await Farmer.RefusalOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/attempts/{forged}"), HttpStatusCode.NotFound)
            );
        }

        Assert.Equal(before, await RowsAsync(host));
    }

    [Fact]
    public async Task Another_persons_ticket_is_403_and_that_of_another_contest_404()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await OwnContests.PublishAsync(host);
        var (owner, other) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var paper = await owner.StartAsync();
        var before = await RowsAsync(host);
        Assert.Equal("role.missing", await Farmer.RefusalOf(await other.SubmitAsync(paper, Farmer.Guess(paper)), HttpStatusCode.Forbidden));
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(
                await other.GetAsync($"api/contests/{Farmer.Contest}/attempts/{paper["attempt"]}"),
                HttpStatusCode.Forbidden
            )
        );
        Assert.Equal(
            "not-found",
            await Farmer.RefusalOf(await owner.SubmitAsync(paper, Farmer.Guess(paper), contest), HttpStatusCode.NotFound)
        );
        Assert.Equal(
            "not-found",
            await Farmer.RefusalOf(await owner.SubmitAsync(paper, Farmer.Guess(paper), "no-such-contest"), HttpStatusCode.NotFound)
        );
        Assert.Equal(before, await RowsAsync(host));
    }

    [Fact]
    public async Task Answers_that_are_not_on_the_paper_are_422_by_question_and_nothing_is_stored()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        var question = (string)paper["questions"]![0]!["id"]!;
        var before = await RowsAsync(host);
        foreach (
            var answers in new object[]
            {
                new Dictionary<string, string[]> { ["no-such-question"] = ["1"] },
                new Dictionary<string, string[]> { [question] = ["99"] },
                new Dictionary<string, string[]> { [question] = ["1", "a"] },
                new Dictionary<string, string?[]> { [question] = [null] },
                new Dictionary<string, string> { [question] = "1" },
                new Dictionary<string, int[]> { [question] = [1] },
                "1",
            }
        )
            Assert.Equal(
                "fields.invalid",
                await Farmer.RefusalOf(await farmer.SubmitAsync(paper, answers), HttpStatusCode.UnprocessableEntity)
            );
        Assert.Equal(
            "fields.invalid",
            await Farmer.RefusalOf(
                await farmer.PutAsync($"api/contests/{Farmer.Contest}/attempts/{paper["attempt"]}", new { }),
                HttpStatusCode.UnprocessableEntity
            )
        );
        Assert.Equal(before, await RowsAsync(host));

        // And after all that the attempt is as good as new.
        Assert.True((bool)(await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper))))["ranked"]!);
    }

    private static string Touch(string ticket, int at) =>
        ticket[..at] + Alphabet[Alphabet.IndexOf(ticket[at], StringComparison.Ordinal) ^ 32] + ticket[(at + 1)..];

    private static IEnumerable<string> Forgeries(string ticket, Farmer farmer)
    {
        var parts = ticket.Split('.');
        var unsigned = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        yield return $"{unsigned}.{parts[1]}.";
        yield return $"{unsigned}.{parts[1]}.{parts[2]}";
        yield return $"{parts[0]}.{parts[1]}.";
        yield return $"{parts[0]}.{parts[1]}";
        yield return farmer.Token; // sealed by us, but for something else
        var stranger = new Secrets(new SecretsOptions(Encoding.ASCII.GetBytes(new string('s', 32)), null));
        yield return new Seals(stranger.Tickets).Seal(new Dictionary<string, object> { ["c"] = Farmer.Contest, ["p"] = farmer.Id });
        yield return Base64UrlEncoder.Encode(new string('x', 6_000));
    }

    private static async Task<IEnumerable<string>> RowsAsync(TestHost host) =>
        await new TableClient(host.ConnectionString, "Ledger")
            .QueryAsync<TableEntity>()
            .Select(row => $"{row.PartitionKey}/{row.RowKey}/{row.ETag}")
            .ToListAsync();
}
