namespace EStation.Notices;

/// <summary>
/// Answers how many people a notice would reach. A question that differs from an earlier one by fewer than five people gets the earlier one's
/// answer: no difference of two answers tells of one person.
/// </summary>
public sealed class Previews(SenderTable senders)
{
    public const int MostAnHour = 30;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private sealed record Taken(Preview? Asked, IReadOnlyList<Preview> Earlier)
    {
        public static readonly Taken Nothing = new(null, []);
    }

    /// <summary>The number that may be shown; null when the sender has asked too often in this hour, or too much in this day.</summary>
    public async Task<int?> AskAsync(string sender, Preview asked, Reach reach)
    {
        var taken = await senders.DecideAsync<Taken>(sender, before => Take(before, asked));
        if (taken.Asked is null)
            return null;
        foreach (var earlier in taken.Earlier)
        {
            var anchor = earlier.IsAnchor ? earlier : taken.Earlier.FirstOrDefault(one => one.Number == earlier.Follows);
            if (anchor is not null && await reach.DifferenceAsync(earlier, asked) < NoticeRules.FewestPeople)
                return await ShowAsync(sender, taken.Asked, anchor, reach);
        }

        return NoticeRules.Rounded(await reach.CountAsync(asked.Places, asked.Audience));
    }

    // Small steps keep the first answer: a step that led to a new one would tell of the person who made the difference.
    private async Task<int> ShowAsync(string sender, Preview asked, Preview anchor, Reach reach)
    {
        await senders.DecideAsync<Taken>(
            sender,
            before =>
                (
                    [.. before.Select(one => one.Number == asked.Number ? one with { IsAnchor = false, Follows = anchor.Number } : one)],
                    Taken.Nothing
                )
        );
        return NoticeRules.Rounded(await reach.CountAsync(anchor.Places, anchor.Audience));
    }

    private static (IReadOnlyList<Preview> After, Taken Answer) Take(IReadOnlyList<Preview> before, Preview asked)
    {
        var hour = asked.At - TimeSpan.FromHours(1);
        var kept = before.Where(one => one.At > asked.At - KeptFor).ToList();
        if (!asked.IsSent && kept.Count(one => !one.IsSent && one.At > hour) >= MostAnHour)
            return (before, Taken.Nothing);
        asked = asked with { Number = kept.Select(one => one.Number).DefaultIfEmpty().Max() + 1 };
        IReadOnlyList<Preview> after = [.. kept, asked];
        // None is dropped to make room: it would be forgotten what was answered.
        return SenderTable.Fits(after) ? (after, new Taken(asked, kept)) : (before, Taken.Nothing);
    }
}
