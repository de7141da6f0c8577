using EStation.Regions;

namespace EStation.Contests.Fairness;

public enum FlagKind
{
    /// <summary>Faster than anybody can read the paper, and much faster than the others.</summary>
    TooFast,

    /// <summary>The same mistakes as other people at the same time.</summary>
    SameAnswers,
}

/// <param name="Same">The other sheets with the same mistakes.</param>
public sealed record Flag(Sheet Sheet, IReadOnlyList<FlagKind> Kinds, int MedianMs, IReadOnlyList<Sheet> Same);

/// <summary>Attempts that an administrator should look at. A flag alone never disqualifies.</summary>
public static class Flags
{
    /// <summary>With fewer submissions there is no distribution to compare with.</summary>
    private const int LeastSheets = 20;
    private const int TimesFaster = 3;
    private const int LeastPeople = 3;
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(10);

    /// <param name="hasTerminals">Villages with a station's terminals: people there sit together, one after another.</param>
    public static IEnumerable<Flag> Of(IReadOnlyList<Sheet> sheets, IReadOnlySet<RegionCode> hasTerminals)
    {
        var median = sheets.Count == 0 ? 0 : sheets.Select(sheet => sheet.ElapsedMs).Order().ElementAt(sheets.Count / 2);
        var same = sheets
            .Where(sheet => sheet.Wrong is not null)
            .GroupBy(sheet => sheet.Wrong)
            .SelectMany(group => BurstsOf([.. group.OrderBy(SubmittedAt)]))
            .Where(burst => !IsOfTerminals(burst, hasTerminals))
            .SelectMany(burst => burst.Select(sheet => (Sheet: sheet, Burst: burst)))
            .ToLookup(entry => entry.Sheet, entry => entry.Burst);
        foreach (var sheet in sheets)
        {
            var burst = same[sheet].FirstOrDefault();
            var isFast = sheet.ElapsedMs < sheet.LeastMs && (sheets.Count < LeastSheets || sheet.ElapsedMs < median / TimesFaster);
            FlagKind[] kinds =
            [
                .. isFast ? [FlagKind.TooFast] : Array.Empty<FlagKind>(),
                .. burst is null ? [] : new[] { FlagKind.SameAnswers },
            ];
            if (kinds.Length > 0)
                yield return new Flag(sheet, kinds, median, [.. (burst ?? []).Where(other => other != sheet)]);
        }
    }

    /// <summary>Runs of submissions within the time of a burst, by enough different people.</summary>
    private static IEnumerable<IReadOnlyList<Sheet>> BurstsOf(IReadOnlyList<Sheet> sheets)
    {
        var run = new List<Sheet>();
        foreach (var sheet in sheets)
        {
            if (run.Count > 0 && SubmittedAt(sheet) - SubmittedAt(run[^1]) > Burst)
            {
                if (IsOfMany(run))
                    yield return run;
                run = [];
            }

            run.Add(sheet);
        }

        if (IsOfMany(run))
            yield return run;
    }

    private static bool IsOfMany(List<Sheet> run) => run.Select(sheet => sheet.Sitting.Attempt.Person).Distinct().Count() >= LeastPeople;

    private static bool IsOfTerminals(IReadOnlyList<Sheet> burst, IReadOnlySet<RegionCode> hasTerminals) =>
        burst.Select(sheet => sheet.Sitting.Attempt.Village).Distinct().ToList() is [var village] && hasTerminals.Contains(village);

    private static DateTimeOffset SubmittedAt(Sheet sheet) => sheet.Sitting.Submission!.Result.SubmittedAt;
}
