using System.ComponentModel.DataAnnotations;
using EStation.Http;
using EStation.People;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Trainings;

public sealed record ReservedRequest(decimal? Share, AudienceRequest? Audience, DateTimeOffset? Until)
{
    public const int Most = 4;

    public static IReadOnlyList<Reserved> Parse(
        Validation check,
        IReadOnlyList<ReservedRequest?> wanted,
        Divisions divisions,
        DateTimeOffset last
    )
    {
        var reserved = wanted.Select((one, at) => Parse(check, $"reserved[{at}]", one, divisions, last)).ToList();
        check.Check(reserved.Count is >= 1 and <= Most, "reserved", $"must be 1 to {Most}");
        check.Check(reserved.Sum(one => one.Share) <= 1, "reserved", "must be the whole capacity at most");
        return reserved;
    }

    private static Reserved Parse(Validation check, string field, ReservedRequest? wanted, Divisions divisions, DateTimeOffset last)
    {
        check.Check(wanted?.Share is > 0 and <= 1, $"{field}.share", "must be more than 0 and at most 1");
        check.Check(wanted?.Audience is not null, $"{field}.audience", "is missing");
        var until = check.Instant($"{field}.until", wanted?.Until);
        check.Check(wanted?.Until is null || until <= last, $"{field}.until", "must be before the last session ends");
        // Limited, so that a sum of shares does not overflow.
        var share = wanted?.Share is > 0 and <= 1 ? wanted.Share.Value : 1;
        return new Reserved(share, (wanted?.Audience ?? new AudienceRequest()).Parse(check, $"{field}.audience", divisions), until);
    }
}

public sealed record SeriesRequest([property: Range(1, SeriesRequest.MostDays)] int? EveryDays, [property: Range(2, 100)] int? Count)
{
    private const int MostDays = 60;
    private const int MostTimes = 100;

    public Series Parse(Validation check)
    {
        check.Check(EveryDays is >= 1 and <= MostDays, "series.everyDays", $"must be between 1 and {MostDays}");
        check.Check(Count is >= 2 and <= MostTimes, "series.count", $"must be between 2 and {MostTimes}");
        return new Series(Math.Clamp(EveryDays ?? 1, 1, MostDays), Math.Clamp(Count ?? 2, 2, MostTimes));
    }
}

public sealed record FinalTestRequest(
    string? QuestionBank,
    [property: Range(1, FinalTestRequest.MostQuestions)] int? Count,
    [property: Range(0, FinalTestRequest.MostQuestions)] int? PassMark
)
{
    private const int MostQuestions = 100;

    public FinalTest Parse(Validation check)
    {
        check.Check(QuestionBank is { } bank && TableKey.IsValid(bank), "completion.test.questionBank", "is no question bank");
        check.Check(Count is >= 1 and <= MostQuestions, "completion.test.count", $"must be between 1 and {MostQuestions}");
        check.Check(PassMark is >= 0 && PassMark <= Count, "completion.test.passMark", "must be between 0 and count");
        return new FinalTest(QuestionBank ?? "", Count ?? 1, PassMark ?? 0);
    }
}

public sealed record CompletionRuleRequest(decimal? Share, FinalTestRequest? Test = null, bool Mark = false)
{
    public CompletionRule Parse(Validation check)
    {
        check.Check(Share is >= 0 and <= 1, "completion.share", "must be between 0 and 1");
        return new CompletionRule(Share ?? 0, Test?.Parse(check), Mark);
    }
}
