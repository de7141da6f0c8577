using EStation.Regions;

namespace EStation.Showcase.Reviews;

/// <summary>The rules for reviewers of a film.</summary>
public static class ReviewRules
{
    /// <param name="place">The widest region in which the reviewer has the role.</param>
    public static bool MayDecide(Video video, string reviewer, RegionCode place)
    {
        if (video.Owner == reviewer)
            return false;
        if (video.IsAppealed)
            return IsHigher(place, DeciderOf(video)) && ReviewsOf(video).All(review => review.Reviewer != reviewer);
        return video.WaitsForSecond?.Reviewer != reviewer;
    }

    /// <summary>All reviews are in one row: only decisions that end the review fit at last. A second opinion is asked for once.</summary>
    public static Refusal? Refuse(Video video, FilmReview review) =>
        review.AsksForSecond && (video.WaitsForSecond is not null || video.IsAppealed) ? Refusal.Invalid("second", "was asked for already")
        : (review.AsksForSecond || review.Decision == FilmDecision.Return) && video.Reviews.Count >= Video.MostReviews - 1
            ? ShowcaseRefusals.ReviewReturnsUsedUp
        : null;

    /// <summary>The regions whose reviewers see an appeal: those above the place of the decision, or the province.</summary>
    public static bool SeesAppeal(Video video, RegionCode region) => IsHigher(region, DeciderOf(video));

    private static bool IsHigher(RegionCode place, RegionCode decider) =>
        place == RegionCode.Province || (place != decider && place.Contains(decider));

    private static RegionCode DeciderOf(Video video) =>
        ReviewsOf(video)
            .Select(review => review.Place ?? RegionCode.Province)
            .DefaultIfEmpty(RegionCode.Province)
            .MinBy(place => place.Level);

    private static IEnumerable<FilmReview> ReviewsOf(Video video) => video.Reviews.Where(review => review.Film == video.Film?.Number);
}
