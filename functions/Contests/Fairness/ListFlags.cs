using System.Text.Json.Serialization;
using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Http;
using EStation.Regions;
using EStation.Stations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Fairness;

public sealed record FlagsResponse(IReadOnlyList<FlagResponse> Items, int Submissions);

/// <param name="Attempt">Its id, for a disqualification.</param>
/// <param name="Person">The person's name in this contest.</param>
/// <param name="Name">Masked.</param>
public sealed record FlagResponse(
    string Attempt,
    string Person,
    string Name,
    RegionCode Village,
    IReadOnlyList<FlagKind> Kinds,
    FlagEvidence Evidence,
    bool Disqualified
);

/// <param name="LeastMs">The time in which nobody can read the paper and answer it.</param>
/// <param name="MedianMs">Of all submissions.</param>
/// <param name="SameMistakes">A hash of the wrong answers; the same for all who share them.</param>
/// <param name="Others">The names in this contest of those who share them.</param>
public sealed record FlagEvidence(
    int Score,
    int ElapsedMs,
    int LeastMs,
    int MedianMs,
    DateTimeOffset SubmittedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SameMistakes,
    IReadOnlyList<string> Others
);

/// <summary>Submissions that an administrator should look at. It reads all records of the contest.</summary>
public sealed class ListFlags(
    ContestTable contests,
    AttemptTable attempts,
    AttemptResponses papers,
    Tickets tickets,
    ContestPeople people,
    FlagKeys keys,
    StationTable stations,
    Divisions divisions
)
{
    private const int Most = 500;
    private const int CountiesAtOnce = 8;

    [Function(nameof(ListFlags))]
    [Access(Role.Administrator)]
    [Answers<FlagsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/flags")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);

        var sheets = await ReadAsync(contest.Rules);
        var flags = Flags
            .Of(sheets, await VillagesWithTerminalsAsync(sheets))
            .OrderByDescending(flag => flag.Kinds.Count)
            .ThenBy(flag => (double)flag.Sheet.ElapsedMs / flag.Sheet.LeastMs)
            .Take(Most)
            .Select(flag => ResponseOf(id, flag));
        await caller.RecordAsync(contest.Rules.Region);
        return Answer.Ok(new FlagsResponse([.. flags], sheets.Count));
    }

    private async Task<IReadOnlyList<Sheet>> ReadAsync(Contest contest)
    {
        var hash = await keys.HashOfAsync(contest);
        var sheets = new List<Sheet>();
        foreach (var some in divisions.Counties.Chunk(CountiesAtOnce))
            sheets.AddRange((await Task.WhenAll(some.Select(county => ReadAsync(county, contest.Id, hash)))).SelectMany(found => found));
        return sheets;
    }

    private async Task<IReadOnlyList<Sheet>> ReadAsync(RegionCode county, string contest, Func<string, string>? hash)
    {
        var sheets = new List<Sheet>();
        await foreach (var sitting in attempts.ReadAllAsync(county, contest))
        {
            if (sitting.Submission is not { Ranked: true })
                continue;
            var published = await contests.FindAsync(contest, sitting.Attempt.Version);
            if (!papers.PaperOf(published, sitting.Attempt).Refused(out _, out var paper))
                sheets.Add(Sheet.Of(sitting, paper, hash));
        }

        return sheets;
    }

    private async Task<IReadOnlySet<RegionCode>> VillagesWithTerminalsAsync(IEnumerable<Sheet> sheets)
    {
        var villages = new HashSet<RegionCode>();
        foreach (var village in sheets.Where(sheet => sheet.Wrong is not null).Select(sheet => sheet.Sitting.Attempt.Village).Distinct())
        {
            if ((await stations.ReadAsync(village, StationState.Certified, after: null, count: 1)).Any(station => station.Haves.Terminals))
                villages.Add(village);
        }

        return villages;
    }

    private FlagResponse ResponseOf(string contest, Flag flag)
    {
        var (sitting, result) = (flag.Sheet.Sitting, flag.Sheet.Sitting.Submission!.Result);
        return new FlagResponse(
            tickets.Seal(sitting.Attempt),
            people.NameOf(contest, sitting.Attempt.Person),
            sitting.Attempt.Name,
            sitting.Attempt.Village,
            flag.Kinds,
            new FlagEvidence(
                result.Score,
                result.ElapsedMs,
                flag.Sheet.LeastMs,
                flag.MedianMs,
                result.SubmittedAt,
                flag.Same.Count > 0 ? flag.Sheet.Wrong : null,
                [.. flag.Same.Select(other => people.NameOf(contest, other.Sitting.Attempt.Person)).Distinct()]
            ),
            sitting.IsExcluded
        );
    }
}
