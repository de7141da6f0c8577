using EStation.Contests.Attempts;
using EStation.Ledger;
using EStation.People;
using EStation.Showcase;
using EStation.Showcase.Reactions;
using EStation.Showcase.Reviews;
using EStation.Showcase.Uploads;
using EStation.Stations;
using EStation.Storage;
using EStation.Trainings;
using EStation.Trainings.Attendance;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;

namespace EStation.Generator;

/// <summary>Stores facts as the functions do: the same records, the same news, through the group commit.</summary>
internal sealed class Loader(
    LedgerWriter ledgers,
    AttemptTable attempts,
    StationTable stations,
    TrainingTable trainings,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    CertificateTable certificates,
    CertificateNumbers numbers,
    VideoTable videos,
    ReactionTable reactions
)
{
    private const int AtOnce = 200;
    private const int MostTries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const string Reviewer = "generated";
    private static readonly IReadOnlyDictionary<string, bool> NoMarks = new Dictionary<string, bool>();

    // Facts that arrive together share a commit, which leaves fewer outbox rows to fold.
    public Task StoreAsync(IEnumerable<Fact> facts) =>
        Parallel.ForEachAsync(
            facts.GroupBy(fact => fact.About).OrderBy(together => together.First().County.Value, StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (together, _) =>
            {
                foreach (var fact in together)
                    await RepeatAsync(fact);
            }
        );

    /// <summary>Retries, because a slow storage refuses some writes; a repeated write is safe.</summary>
    private async Task RepeatAsync(Fact fact)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await StoreAsync(fact);
                return;
            }
            catch (Exception passing) when (StorageFailure.IsPassing(passing) && tries < MostTries)
            {
                await Task.Delay(Pause);
            }
        }
    }

    public static PersonRegistered NewsOf(Registered fact) => new(fact.Village, fact.Audience, Day.Of(fact.At));

    public static AttemptCounted NewsOf(Sat fact) =>
        new(
            fact.Village,
            fact.Audience,
            Day.Of(fact.At),
            fact.Attempt.Contest,
            fact.Person,
            fact.Attempt.Name,
            fact.Submission.Result,
            fact.Attempt.PreviousBest,
            fact.Passed,
            fact.Attempt.Language,
            NoMarks
        );

    private Task StoreAsync(Fact fact) =>
        fact switch
        {
            Registered registered => ledgers.WriteAsync(
                registered.County,
                Registrations.EntryOf(registered.Person, registered.County, NewsOf(registered), registered.At)
            ),
            Sat sat => StoreAsync(sat),
            Certified certified => StoreAsync(certified.Station),
            Announced announced => trainings.AnnounceAsync(announced.Training, announced.At),
            SignedUp signedUp => SignUpAsync(signedUp),
            Withdrew withdrew => enrolments.WithdrawAsync(withdrew.Training, withdrew.Person, withdrew.At),
            Attended attended => StoreAsync(attended),
            Completed completed => StoreAsync(completed),
            Submitted submitted => StoreAsync(submitted),
            Published published => StoreAsync(published),
            Viewed viewed => reactions.ViewAsync(viewed.Viewer),
            Liked liked => reactions.LikeAsync(liked.Viewer, liked.Likes),
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };

    private async Task StoreAsync(Sat sat)
    {
        await attempts.AddAsync(sat.Attempt, lapsed: null);
        await attempts.AddAsync(sat.Attempt, sat.Submission, _ => Task.FromResult<IReadOnlyList<News>>([NewsOf(sat)]));
    }

    private async Task StoreAsync(Station station)
    {
        await stations.AddAsync(station);
        await stations.CountAsync(station);
    }

    private async Task SignUpAsync(SignedUp fact)
    {
        if (
            (await enrolments.SignUpAsync(new Application(fact.Training, [fact.Who], fact.Person, Vouched: false, fact.At))).Refused(
                out var refusal,
                out _
            )
        )
            throw new InvalidOperationException($"{fact.Training.Id} refused a sign-up: {refusal.Code}");
    }

    private async Task StoreAsync(Attended fact)
    {
        var enrolment = (await enrolments.FindAsync(fact.Training, fact.Person))!;
        if (fact.Present)
            await attendances.AddAsync(fact.Training, fact.Session, enrolment, fact.Training.By, fact.ToldAt);
        else
            await attendances.CorrectAsync(fact.Training, fact.Session, enrolment, fact.Training.By, fact.ToldAt);
    }

    private async Task StoreAsync(Completed fact)
    {
        var enrolment = (await enrolments.FindAsync(fact.Training, fact.Person))!;
        var certificate = new Certificate(
            numbers.Of(fact.Training.Id, fact.Person),
            fact.Training.Id,
            fact.Person,
            enrolment.Name,
            fact.Training.Programme,
            fact.Training.Title,
            fact.Village,
            fact.Training.Hours,
            Day.Of(fact.At),
            null,
            null
        );
        await certificates.IssueAsync(certificate, enrolment, fact.At);
    }

    private async Task StoreAsync(Submitted fact)
    {
        var (uploads, read) = await videos.ReadOpenAsync(fact.County, fact.Person);
        if (await videos.FindAsync(fact.Video.Id) is null)
            await videos.OpenAsync(
                fact.Video with
                {
                    Film = null,
                },
                uploads.With(new OpenUpload(fact.Video.Id, fact.Video.Id.Value, fact.Video.UploadEndsAt)),
                read
            );
        if (await videos.FindAsync(fact.Video.Id) is not { Video.State: VideoState.Uploading } stored)
            return; // submitted before
        var news = new VideoSubmitted(fact.Village, fact.Audience, Day.Of(fact.At), fact.Video.Id, fact.Person);
        await videos.CloseAsync(stored, fact.Video.To(VideoState.InReview), [], news);
    }

    private async Task StoreAsync(Published fact)
    {
        if (await videos.FindAsync(fact.Video.Id) is not { Video: { State: VideoState.InReview, Film: { } film } video } stored)
            return;
        var review = new FilmReview(film.Number, film.SubmittedAt, Reviewer, FilmDecision.Publish, "内容科学。", Scientific: true, fact.At);
        await videos.ChangeAsync(stored, video.Decided(review), new VideoPublished(fact.Village, fact.Audience, Day.Of(fact.At), video.Id));
    }
}
