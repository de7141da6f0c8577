using System.Globalization;

namespace EStation.Contests;

/// <summary>
/// The versions of a contest's key. The last one marks submissions; totals are shown under one version. Totals of the next version are made
/// aside, then the shown version changes at one moment that every instance knows before.
/// </summary>
/// <param name="Keys">In order; never empty.</param>
/// <param name="PublishedAt">When the last one was published.</param>
/// <param name="Shown">The version that is shown from <paramref name="ShownFrom"/> on.</param>
/// <param name="Before">The version that is shown until then.</param>
/// <param name="Finished">The last version whose regrade is complete: everybody was told.</param>
public sealed record ContestKeys(
    IReadOnlyList<AnswerKey> Keys,
    DateTimeOffset PublishedAt,
    int Shown,
    DateTimeOffset ShownFrom,
    int Before,
    int Finished
)
{
    public static readonly ContestKeys OfBank = new([AnswerKey.OfBank], default, AnswerKey.First, default, AnswerKey.First, AnswerKey.First);

    public AnswerKey Newest => Keys[^1];

    public bool IsFinished => Finished == Newest.Version;

    public AnswerKey Of(int version) => Keys[version - 1];

    public int ShownAt(DateTimeOffset now) => now >= ShownFrom ? Shown : Before;

    /// <summary>The versions whose totals a submission changes.</summary>
    public IEnumerable<int> LiveAt(DateTimeOffset now) =>
        ShownAt(now) == Newest.Version ? [Newest.Version] : [ShownAt(now), Newest.Version];

    public ContestKeys Publish(AnswerKey next, DateTimeOffset now) => this with { Keys = [.. Keys, next], PublishedAt = now };

    public ContestKeys Show(DateTimeOffset from) => this with { Before = Shown, Shown = Newest.Version, ShownFrom = from };

    public ContestKeys Finish() => this with { Finished = Newest.Version };

    /// <summary>The name under which totals and documents of a version are kept. No contest's id has a tilde.</summary>
    public static string NameOf(string contest, int version) =>
        version <= AnswerKey.First ? contest : string.Create(CultureInfo.InvariantCulture, $"{contest}~{version}");

    /// <summary>As news store a version: nothing for the first.</summary>
    public static int Stored(int version) => version <= AnswerKey.First ? 0 : version;
}
