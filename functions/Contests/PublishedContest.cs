using System.Text.Json.Serialization;
using EStation.Banks;
using EStation.Contests.Attempts;

namespace EStation.Contests;

public sealed record PublishedContest(Contest Rules, QuestionBank Bank)
{
    /// <summary>The key by which the bank says what is right.</summary>
    [JsonIgnore]
    public AnswerKey Key { get; init; } = AnswerKey.OfBank;

    /// <summary>All versions of the key, as this instance knows them.</summary>
    [JsonIgnore]
    public ContestKeys Keys { get; init; } = ContestKeys.OfBank;

    /// <summary>The name of the totals and documents that are shown now.</summary>
    public string ShownAt(DateTimeOffset now) => ContestKeys.NameOf(Rules.Id, Keys.ShownAt(now));

    public Paper PaperOf(Attempt attempt, byte[] key) => Paper.Draw(Rules, Bank, key, attempt.Person, attempt.Number);

    /// <param name="key">Of a contest with the bank's own answers.</param>
    public PublishedContest Under(AnswerKey key) => this with { Bank = key.ApplyTo(Bank), Key = key };
}
