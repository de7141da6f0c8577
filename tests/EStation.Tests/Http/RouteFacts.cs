using System.Collections.Frozen;

namespace EStation.Http;

internal enum Access
{
    Everybody,
    SignedIn,
    Official,
    Reviewer,
    Administrator,
}

/// <summary>What the contract says of a route, beyond what can be discovered.</summary>
/// <param name="Who">Who may.</param>
/// <param name="WrongType">A body with a field of the wrong type, and that field; null when there is no JSON form of its own.</param>
/// <param name="TooLong">A body with a text that is too long, and its field.</param>
internal sealed record RouteFacts(Access Who, (string Body, string Field)? WrongType = null, (string Body, string Field)? TooLong = null)
{
    private static readonly string Long = new('长', 5_000);

    /// <summary>Every function has to be here.</summary>
    public static RouteFacts Of(string function)
    {
        Assert.True(ByFunction.TryGetValue(function, out var facts), $"Add {function} to tests/EStation.Tests/Http/RouteFacts.cs.");
        return facts!;
    }

    public static FrozenDictionary<string, RouteFacts> ByFunction { get; } =
        new Dictionary<string, RouteFacts>
        {
            ["SendCode"] = new(Access.Everybody, ("""{"phone":13900000001}""", "phone"), ($$"""{"phone":"{{Long}}"}""", "phone")),
            ["SignIn"] = new(
                Access.Everybody,
                ("""{"challenge":1,"code":"1"}""", "challenge"),
                ($$"""{"challenge":"{{Long}}","code":"1"}""", "challenge")
            ),
            ["GetMe"] = new(Access.SignedIn),
            ["PutMe"] = new(Access.SignedIn, ("""{"name":true}""", "name"), ($$"""{"name":"{{Long}}"}""", "name")),
            ["GetPreferences"] = new(Access.SignedIn),
            ["PutPreferences"] = new(Access.SignedIn),
            ["GetInbox"] = new(Access.SignedIn),
            ["PutInboxRead"] = new(Access.SignedIn),
            ["PostNotice"] = new(Access.Official, ("""{"preview":1}""", "preview"), ($$$"""{"title":{"zh":"{{{Long}}}"}}""", "title.zh")),
            ["ListNotices"] = new(Access.Official),
            ["ApproveNotice"] = new(Access.Administrator),
            ["DeleteNotice"] = new(Access.Official),
            ["FindNearestStations"] = new(Access.Everybody),
            ["ListDocuments"] = new(Access.Everybody),
            ["GetDocument"] = new(Access.Everybody),
            ["GetRegion"] = new(Access.Everybody),
            ["FindRegions"] = new(Access.Everybody),
            ["GetToday"] = new(Access.Everybody),
            ["ListContests"] = new(Access.Everybody),
            ["GetContest"] = new(Access.Everybody),
            ["StartAttempt"] = new(Access.SignedIn),
            ["SubmitAttempt"] = new(Access.SignedIn),
            ["PutQuestion"] = new(Access.SignedIn),
            ["ListAttempts"] = new(Access.SignedIn),
            ["GetAttempt"] = new(Access.SignedIn),
            ["FreezeContest"] = new(Access.Administrator),
            ["GetContestResults"] = new(Access.Everybody),
            ["GetLots"] = new(Access.Everybody),
            ["EnterDraw"] = new(Access.Administrator),
            ["PostObjection"] = new(Access.SignedIn),
            ["ListObjections"] = new(Access.SignedIn),
            ["AnswerObjection"] = new(Access.Administrator),
            ["ListMyPrizes"] = new(Access.SignedIn),
            ["ClaimPrize"] = new(Access.SignedIn),
            ["ListPrizes"] = new(Access.Official),
            ["HandOutPrize"] = new(Access.Official),
            ["GetLeaderboard"] = new(Access.Everybody),
            ["GetStanding"] = new(Access.SignedIn),
            ["GetContestStatistics"] = new(Access.Everybody),
            ["GetPractice"] = new(Access.Everybody),
            ["PostContest"] = new(
                Access.Administrator,
                ("""{"questionSeconds":"60"}""", "questionSeconds"),
                ($$$"""{"title":{"zh":"{{{Long}}}"}}""", "title.zh")
            ),
            ["PutContest"] = new(Access.Administrator),
            ["PublishContest"] = new(Access.Administrator),
            ["PostRegrade"] = new(Access.Administrator),
            ["GetRegrade"] = new(Access.Administrator),
            ["ApplyRegrade"] = new(Access.Administrator),
            ["PostDisqualification"] = new(Access.Administrator),
            ["ListDisqualifications"] = new(Access.Administrator),
            ["DeleteDisqualification"] = new(Access.Administrator),
            ["PostQuestionBank"] = new(Access.Administrator),
            ["ListQuestionBanks"] = new(Access.Administrator),
            ["GetQuestionBank"] = new(Access.Administrator),
            ["GetQuestionBankTemplate"] = new(Access.Everybody),
            ["PostGrant"] = new(Access.Administrator, ("""{"phone":[]}""", "phone"), ($$"""{"phone":"{{Long}}"}""", "phone")),
            ["ListGrants"] = new(Access.Administrator),
            ["DeleteGrant"] = new(Access.Administrator),
            ["GetAudit"] = new(Access.Administrator),
            ["GetMyData"] = new(Access.SignedIn),
            ["DeleteMe"] = new(Access.SignedIn),
            ["ListStations"] = new(Access.Everybody),
            ["GetStation"] = new(Access.Everybody),
            ["PostStation"] = new(
                Access.Official,
                ("""{"latitude":"43"}""", "latitude"),
                ($$$"""{"name":{"zh":"{{{Long}}}"}}""", "name.zh")
            ),
            ["PutStation"] = new(Access.Official),
            ["PostStationReview"] = new(Access.Reviewer),
            ["GetPublicist"] = new(Access.Official),
            ["PutPublicist"] = new(Access.Official),
            ["GetStatistics"] = new(Access.Everybody),
            ["GetStatisticsOfChildren"] = new(Access.Everybody),
            ["GetOpenApi"] = new(Access.Everybody),
            ["PostCampaign"] = new(
                Access.Administrator,
                ("""{"maxSeconds":"60"}""", "maxSeconds"),
                ($$$"""{"title":{"zh":"{{{Long}}}"}}""", "title.zh")
            ),
            ["PutCampaign"] = new(Access.Administrator),
            ["ListCampaigns"] = new(Access.Everybody),
            ["GetResults"] = new(Access.Everybody),
            ["OpenVideo"] = new(Access.SignedIn, ("""{"title":1}""", "title"), ($$"""{"title":"{{Long}}"}""", "title")),
            ["RenewUpload"] = new(Access.SignedIn),
            ["SubmitVideo"] = new(Access.SignedIn),
            ["ListOwnVideos"] = new(Access.SignedIn),
            ["ListReviews"] = new(Access.Reviewer),
            ["ReviewVideo"] = new(Access.Reviewer),
            ["ListVideos"] = new(Access.Everybody),
            ["GetVideo"] = new(Access.Everybody),
            ["GetReactions"] = new(Access.SignedIn),
            ["ViewVideo"] = new(Access.SignedIn),
            ["LikeVideo"] = new(Access.SignedIn),
            ["UnlikeVideo"] = new(Access.SignedIn),
            ["VoteForVideo"] = new(Access.SignedIn),
            ["ScoreVideo"] = new(Access.Reviewer),
            ["RemoveVideo"] = new(Access.SignedIn),
            ["ReportVideo"] = new(Access.SignedIn),
            ["ListReports"] = new(Access.Reviewer),
            ["GetHealth"] = new(Access.Everybody),
            ["PostReceipts"] = new(Access.Everybody),
            ["GetCoverage"] = new(Access.Everybody),
            ["ExportStatistics"] = new(Access.Everybody),
            ["GetReconciliation"] = new(Access.Administrator),
            ["GetRebuild"] = new(Access.Administrator),
            ["PostRebuild"] = new(Access.Administrator),

            // Which official may act on a training depends on where it is held: their own tests say who is refused.
            ["ListTrainings"] = new(Access.Everybody),
            ["GetTraining"] = new(Access.Everybody),
            ["GetCalendar"] = new(Access.Everybody),
            ["GetCertificate"] = new(Access.Everybody),
            ["AnnounceTraining"] = new(
                Access.Official,
                ("""{"hours":"6"}""", "hours"),
                ($$$"""{"title":{"zh":"{{{Long}}}"}}""", "title.zh")
            ),
            ["ChangeTraining"] = new(Access.Official),
            ["CancelTraining"] = new(Access.Official),
            ["SelectApplicants"] = new(Access.Official),
            ["GetSelection"] = new(Access.Everybody),
            ["CopyTraining"] = new(Access.Official),
            ["MessageTraining"] = new(Access.Official),
            ["SignUpForTraining"] = new(Access.SignedIn),
            ["WithdrawFromTraining"] = new(Access.SignedIn),
            ["GetEnrolment"] = new(Access.SignedIn),
            ["GetRoster"] = new(Access.Official),
            ["MarkAttendance"] = new(Access.Official),
            ["CorrectAttendance"] = new(Access.Official),
            ["CompleteTraining"] = new(Access.Official),
            ["GiveFeedback"] = new(Access.SignedIn),
            ["ListMyTrainings"] = new(Access.SignedIn),
            ["RevokeCertificate"] = new(Access.Official),
        }.ToFrozenDictionary();
}
