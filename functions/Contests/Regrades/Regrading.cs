namespace EStation.Contests.Regrades;

/// <summary>
/// The steps of a regrade after its key is published. Each can be repeated, also by several instances at once; a step begins when every
/// instance knows the one before, since instances remember contests for a minute.
/// </summary>
public sealed class Regrading(
    KeyTable keys,
    ContestTable contests,
    RegradeBuild build,
    RegradeFold fold,
    RegradeFinish finish,
    TimeProvider time
)
{
    /// <summary>How long until every instance knows a key, and every submission that it marked before is stored.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(75);

    public async Task ContinueAllAsync(CancellationToken cancellation)
    {
        foreach (var (contest, known) in await keys.ReadAllAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!known.IsFinished)
                await ContinueAsync(contest);
        }
    }

    public async Task ContinueAsync(string contest)
    {
        var (known, read) = await keys.FindAsync(contest);
        await contests.ListFreshAsync();
        if (known.Shown != known.Newest.Version)
        {
            if (time.Now() >= known.PublishedAt + Settling)
                await BuildAsync(contest, known, read);
        }
        else if (!known.IsFinished && time.Now() >= known.ShownFrom + Settling)
        {
            await finish.RunAsync(contest, known);
            await keys.TryWriteAsync(contest, known.Finish(), read);
        }
    }

    private async Task BuildAsync(string contest, ContestKeys known, Azure.ETag? read)
    {
        await build.RunAsync(contest, known.Newest.Version);
        if (await fold.IsPublishedAsync(ContestKeys.NameOf(contest, known.Newest.Version)))
            await keys.TryWriteAsync(contest, known.Show(time.Now() + Settling), read);
    }
}
